/**
 * Tests of Spring applications against a gateway that is none. Only for tests, and only where
 * {@code gatewayz-testkit} and {@code spring-boot-test} are on the class path.
 */
@NullMarked
package dev.gatewayz.spring.test;

import org.jspecify.annotations.NullMarked;
