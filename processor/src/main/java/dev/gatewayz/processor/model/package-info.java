/**
 * What stands between reading and writing. A {@link dev.gatewayz.processor.model.ClientDeclaration}
 * is an interface as its author wrote it, a {@link dev.gatewayz.processor.model.Client} is what
 * will be generated from it.
 *
 * <p>Values only. Of the compiler they know positions, to report with; of its types they know what
 * {@link dev.gatewayz.internal.binding.JavaType} tells.
 */
@NullMarked
package dev.gatewayz.processor.model;

import org.jspecify.annotations.NullMarked;
