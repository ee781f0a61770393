package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import java.util.Optional;

/**
 * What makes a client a bean of the user's framework.
 *
 * @param onClass an annotation of the class
 * @param onConstructor an annotation of its constructor
 */
public record Beans(Optional<ClassName> onClass, Optional<ClassName> onConstructor) {}
