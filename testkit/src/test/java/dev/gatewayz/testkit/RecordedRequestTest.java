package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test can ask a request for. */
class RecordedRequestTest {
  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();
  private final MockGateway gateway = mock.gateway();

  private RecordedRequest sent(String body) {
    PlainClient.cleartext(gateway).post("/v1/x", body);
    return gateway.takeRequest();
  }

  @Test
  void aPointerLeadsToAValue() {
    RecordedRequest request =
        sent(
            """
            {"temperature":0.2,"n":3,"stream":true,"user":null,"a/b":{"~":"x"},"":"nameless",
             "messages":[{"role":"system","content":"Be terse."},
                         {"role":"user","content":[{"type":"text","text":null}]}]}""");

    assertThat(request.json("/temperature")).hasValue(0.2);
    assertThat(request.json("/n")).hasValue(3);
    assertThat(request.json("/stream")).hasValue(true);
    assertThat(request.json("/messages/0/content")).hasValue("Be terse.");
    assertThat(request.json("/messages/0"))
        .hasValue(Map.of("role", "system", "content", "Be terse."));
    assertThat(request.json("/messages/1/content/0/type")).hasValue("text");
    assertThat(request.json("/a~1b/~0")).hasValue("x");
    assertThat(request.json("/")).hasValue("nameless");
    assertThat(request.json("").orElseThrow()).asString().startsWith("{temperature=0.2, n=3");
  }

  @Test
  void whatIsNotThereIsEmpty() {
    RecordedRequest request = sent("{\"user\":null,\"stop\":[\"a\",null],\"n\":1}");

    for (String pointer :
        List.of(
            "/user", "/seed", "/stop/1", "/stop/2", "/stop/-1", "/stop/00", "/stop/-", "/n/0")) {
      assertThat(request.json(pointer)).as(pointer).isEmpty();
    }
    assertThat(sent("no JSON").json("/model")).isEmpty();
    assertThat(sent("no JSON").json("")).isEmpty();
  }

  @Test
  void aPointerBeginsWithASlash() {
    RecordedRequest request = sent("{\"n\":1}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.json("n"))
        .withMessage("The JSON pointer \"n\" does not begin with a slash.");
  }
}
