package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway as a parameter of a test. */
@ExtendWith(MockGatewayExtension.class)
class MockGatewayParameterTest {

  @Test
  void isTheGatewayOfTheClass(MockGateway gateway) {
    gateway.reply(Reply.text("Hello"));
    assertThat(PlainClient.cleartext(gateway).chat(Chats.WHOLE).body()).contains("\"Hello\"");
  }
}
