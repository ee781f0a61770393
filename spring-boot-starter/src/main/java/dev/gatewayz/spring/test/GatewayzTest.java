package dev.gatewayz.spring.test;

import dev.gatewayz.spring.GatewayzAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of prompts as the application calls them, without the rest of it: the properties, the
 * clients, the prompt interfaces, and a {@link dev.gatewayz.testkit.MockGateway}. Beans beside
 * them, as for tools, stand in a nested configuration class or an {@code @Import}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SpringExtension.class)
@ContextConfiguration(initializers = ConfigDataApplicationContextInitializer.class)
@ImportAutoConfiguration(GatewayzAutoConfiguration.class)
@AutoConfigureMockGateway
public @interface GatewayzTest {}
