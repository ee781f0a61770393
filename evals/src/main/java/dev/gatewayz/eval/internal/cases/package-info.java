/** Files of cases, one a line: JSON in, records out, and each bad line named. */
@NullMarked
package dev.gatewayz.eval.internal.cases;

import org.jspecify.annotations.NullMarked;
