/** The logs: messages come in, and go to whatever logs the program has; nothing is thrown. */
@NullMarked
package dev.gatewayz.internal.log;

import org.jspecify.annotations.NullMarked;
