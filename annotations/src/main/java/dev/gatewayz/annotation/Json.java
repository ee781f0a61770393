package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Renders a parameter as JSON where a template names it: records by their components, other objects
 * by their getters and public fields, collections, arrays, maps and plain values. What is absent is
 * {@code null}. The code that writes it is generated.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Json {}
