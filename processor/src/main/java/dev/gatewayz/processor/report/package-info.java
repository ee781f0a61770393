/**
 * What the processor has to say. In: facts about a mistake, as values. Out: lines of the compiler's
 * output.
 *
 * <p>{@link dev.gatewayz.processor.report.Message} is the catalogue. A {@link
 * dev.gatewayz.processor.report.Finding} is a message at an {@link
 * dev.gatewayz.processor.report.Origin}; until the {@link dev.gatewayz.processor.report.Reporter}
 * prints it, it is data like any other.
 */
@NullMarked
package dev.gatewayz.processor.report;

import org.jspecify.annotations.NullMarked;
