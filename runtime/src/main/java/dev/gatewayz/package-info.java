/**
 * What a user touches first: {@link dev.gatewayz.Gatewayz} makes calls, {@link
 * dev.gatewayz.CallOptions} changes one of them, {@link dev.gatewayz.Completion} is an answer with
 * all that came with it.
 */
@NullMarked
package dev.gatewayz;

import org.jspecify.annotations.NullMarked;
