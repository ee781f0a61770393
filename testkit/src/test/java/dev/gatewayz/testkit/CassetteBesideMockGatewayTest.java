package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.Cassette.Strictness;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A class that has a gateway already gets no second one. */
@Cassette(value = "beside", unused = Strictness.FAIL)
class CassetteBesideMockGatewayTest {
  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  @RepeatedTest(2)
  void theGatewayOfTheClassAnswers(MockGateway gateway) {
    assertThat(mock.gateway()).isSameAs(gateway);
    assertThat(PlainClient.cleartext(gateway).get("/v1/models").body()).contains("recorded");
  }
}
