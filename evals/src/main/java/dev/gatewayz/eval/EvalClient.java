package dev.gatewayz.eval;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of the test class that changes the client of its evaluations, as in {@code void
 * client(GatewayzBuilder client)}: key, gateway, prices, deadlines, retries.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EvalClient {}
