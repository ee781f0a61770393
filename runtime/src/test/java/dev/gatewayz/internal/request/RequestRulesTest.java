package dev.gatewayz.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.ApiKey;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Fallback;
import dev.gatewayz.RetryPolicy;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.internal.syntax.ApiBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Gatewayz alone understands goes to its own hosts alone. */
class RequestRulesTest {
  private static final String ELSEWHERE = "https://llm.example.com";
  private static final String OWN = "\"auto_web_search\":false";

  private static CallRequest request(String base, CallOptions options) {
    RequestFactory factory =
        new RequestFactory(
            new RequestDefaults(
                ApiBase.parse(base),
                Payer.of(ApiKey.of("test")),
                false,
                Map.of(),
                Map.of(),
                new RequestRules(List.of(), Map.of("auto_web_search", "false")),
                Deadlines.DEFAULT,
                RetryPolicy.NEVER));
    ChatRequest chat = ChatRequest.builder().model("gatewayz/m").user("?").build();
    return factory.of(chat, false, options);
  }

  private static String body(CallRequest request) {
    return new String(request.toSend().toByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void itsHostsAreToldAndOthersAreNot() {
    for (String own : List.of("https://api.gatewayz.com", "https://api.gatewayz.ai/v1")) {
      assertThat(body(request(own, CallOptions.NONE))).containsOnlyOnce(OWN);
      assertThat(body(request(ELSEWHERE, CallOptions.builder().apiBase(own).build())))
          .containsOnlyOnce(OWN);
      CallOptions away = CallOptions.builder().apiBase(ELSEWHERE).build();
      assertThat(body(request(own, away))).doesNotContain("auto_web_search");
    }
    assertThat(body(request("https://notgatewayz.ai", CallOptions.NONE))).doesNotContain("auto_");
  }

  @Test
  void aFallbackToAnotherGatewayIsAskedInItsWay() {
    CallOptions away = CallOptions.builder().fallback(Fallback.apiBase(ELSEWHERE)).build();
    CallOptions home =
        CallOptions.builder().fallback(Fallback.apiBase("https://api.gatewayz.ai")).build();

    assertThat(body(request("https://api.gatewayz.com", away).toFallback(0)))
        .doesNotContain("auto_web_search");
    assertThat(body(request(ELSEWHERE, home).toFallback(0))).containsOnlyOnce(OWN);
  }

  @Test
  void whatACallSaysCounts() {
    CallOptions searching = CallOptions.builder().extra("auto_web_search", "true").build();
    CallOptions silent = CallOptions.builder().extra("auto_web_search", null).build();

    assertThat(body(request("https://api.gatewayz.com", searching)))
        .containsOnlyOnce("auto_web_search")
        .contains("\"auto_web_search\":true");
    assertThat(body(request("https://api.gatewayz.com", silent))).doesNotContain("auto_");
  }
}
