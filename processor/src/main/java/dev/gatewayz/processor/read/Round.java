package dev.gatewayz.processor.read;

import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The compiler's services, for one round.
 *
 * @param classFiles what the elements do not show
 * @param isLast whether no more types will come, so that prompts which lack some are passed over
 */
public record Round(Elements elements, Types types, ClassFiles classFiles, boolean isLast) {}
