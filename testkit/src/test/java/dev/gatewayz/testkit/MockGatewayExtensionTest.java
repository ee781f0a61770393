package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MockGatewayExtensionTest {
  @RegisterExtension static final MockGatewayExtension shared = new MockGatewayExtension();

  @RegisterExtension
  final MockGatewayExtension own = new MockGatewayExtension(MockGateway.builder().apiKey("k"));

  private static int portOfAll;
  private static int portOfLast;

  @RepeatedTest(2)
  void aGatewayOfTheClassStaysAndIsReset() {
    MockGateway gateway = shared.gateway();
    assertThat(portOfAll).isIn(0, gateway.port());
    portOfAll = gateway.port();
    assertThat(gateway.requests()).isEmpty();
    assertThat(gateway.unusedReplies()).isZero();
    assertThat(gateway.counters().requestsOpened()).isZero();

    PlainClient.cleartext(gateway).get("/health");
    gateway.reply(Reply.text("left over"));
    assertThat(gateway.requests()).hasSize(1);
  }

  @RepeatedTest(2)
  void aGatewayOfTheTestIsNew() {
    assertThat(own.gateway().port()).isNotEqualTo(portOfLast);
    portOfLast = own.gateway().port();
    assertThat(PlainClient.cleartext(own.gateway()).get("/v1/models").statusCode()).isEqualTo(401);
  }

  @Nested
  class WithinAnotherClass {
    @Test
    void theGatewayIsTheSame() {
      assertThat(portOfAll).isIn(0, shared.gateway().port());
    }
  }

  @AfterAll
  static void theGatewayIsStillThereBehindANestedClass() {
    assertThat(PlainClient.cleartext(shared.gateway()).get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void aFunctionThatThrewFailsTheTest() {
    MockGatewayExtension extension = new MockGatewayExtension();
    assertThatThrownBy(extension::gateway).isInstanceOf(IllegalStateException.class);
    extension.beforeEach(null);
    extension
        .gateway()
        .respond(
            request -> {
              throw new IllegalStateException("mine");
            });
    PlainClient.cleartext(extension.gateway()).get("/health");

    assertThatThrownBy(() -> extension.afterEach(null))
        .isInstanceOf(AssertionError.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessage("mine"));
  }
}
