package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter whose text comes from someone who may want to instruct the model. Wherever a
 * template shows it, it stands between two lines that carry a number nobody can guess, drawn afresh
 * for each call. It cannot be used in a system prompt unless {@link
 * GatewayzPrompt#untrustedInSystem()} names it.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Untrusted {}
