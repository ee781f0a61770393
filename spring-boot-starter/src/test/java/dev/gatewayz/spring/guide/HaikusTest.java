package dev.gatewayz.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.spring.test.GatewayzTest;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The test of docs/spring.md. */
@ExtendWith(Quiet.class)
@Import(Neighbours.class)
@GatewayzTest
class HaikusTest {
  @Autowired MockGateway gateway; // a bean; reset before each test
  @Autowired Haikus haikus;

  @Test
  void writes() {
    gateway.reply(Reply.text("old pond"));
    assertThat(haikus.write("frogs")).isEqualTo("old pond");
  }
}
