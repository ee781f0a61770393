/**
 * Gatewayz in Spring Boot: the client from {@code gatewayz.*} properties, prompt interfaces as
 * beans, health and meters.
 */
@NullMarked
package dev.gatewayz.spring;

import org.jspecify.annotations.NullMarked;
