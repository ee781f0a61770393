package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter that holds the conversation so far, a {@code List<Message>} or a {@code
 * Conversation}, which also remembers the call. It is sent between the examples and the user
 * message. A parameter of these types is the history without the annotation too; with it, any other
 * type is a mistake that the compiler reports.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface History {}
