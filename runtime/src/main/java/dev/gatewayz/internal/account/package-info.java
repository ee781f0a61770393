/** What calls use and cost: the sums for reports, and the budgets. */
@NullMarked
package dev.gatewayz.internal.account;

import org.jspecify.annotations.NullMarked;
