package dev.gatewayz.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.spring.test.GatewayzTest;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;

/** Prompts that Spring itself repeats, in a test of prompts alone. */
@GatewayzTest
class Spring7Test {
  @Autowired private MockGateway gateway;
  @Autowired private Numbers numbers;

  @Test
  void whatThePromptReturnsIsAskedForAgain() {
    gateway.reply(Reply.text("none"), Reply.text("7"));
    assertThat(numbers.pick()).isEqualTo(7);
    assertThat(gateway.requests()).hasSize(2);
  }

  /** Prompts that are repeated until the answer fits. */
  @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
  interface Numbers {
    @Retryable(delay = 1)
    @GatewayzPrompt("Pick a number.")
    int pick();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableResilientMethods
  static class Application {

    @Bean
    Oracle.Weather weather() {
      return new Oracle.Weather("sunny");
    }
  }
}
