/**
 * Watching calls: a {@linkplain dev.gatewayz.observe.GatewayzListener listener} is told what
 * becomes of each of them.
 */
@NullMarked
package dev.gatewayz.observe;

import org.jspecify.annotations.NullMarked;
