package dev.gatewayz.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts a {@link dev.gatewayz.testkit.MockGateway} for the application under test, to which all
 * its clients speak: those of {@code gatewayz.*} and of {@code gatewayz.gateways}. It is a bean, so
 * that a test lays out answers and looks at requests; it is reset before each test, and closed with
 * the application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureMockGateway {}
