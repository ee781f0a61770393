/**
 * What may help after a failure, as one table. Exceptions come in; out goes what the retry policy
 * and the fallbacks follow.
 */
@NullMarked
package dev.gatewayz.internal.remedy;

import org.jspecify.annotations.NullMarked;
