package dev.gatewayz.internal.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiBaseTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.gatewayz.com, https://api.gatewayz.com, ''",
    "https://api.gatewayz.com/, https://api.gatewayz.com, ''",
    "https://api.gatewayz.com/v1, https://api.gatewayz.com, ''",
    "' https://API.Gatewayz.com//v1// ', https://api.gatewayz.com, ''",
    "https://host:8443/a/b/v1/, https://host:8443, /a/b",
    "http://[::1]:8080, http://[::1]:8080, ''",
    "HTTP://127.0.0.1:80/v11, http://127.0.0.1, /v11",
  })
  void slashesAndVersionMayTrail(String text, String origin, String path) {
    ApiBase base = ApiBase.parse(text);
    assertThat(base.origin()).hasToString(origin);
    assertThat(base.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "https://host, /v1/models",
    "https://host/v1, /v1/models",
    "https://host/a/v1/, /a/v1/models",
    "https://host/api/coding/paas/v4, /api/coding/paas/v4/models",
    "https://host/v1beta/openai/, /v1beta/openai/models",
    "https://host/my-openai, /my-openai/v1/models",
    "https://host/openai/deployments/gpt-4o, /openai/deployments/gpt-4o/models",
    "https://host/openai/?api-version=1&x=%20, /openai/models?api-version=1&x=%20",
    "https://host?session_id=7, /v1/models?session_id=7",
  })
  void aVersionIsPutWhereThereIsNone(String text, String path) {
    assertThat(ApiBase.parse(text).pathOf("/v1/models")).isEqualTo(path);
    assertThat(ApiBase.parse(text).pathOf("/health")).contains("/health");
  }

  @Test
  void theQueryFollowsThatOfTheEndpoint() {
    assertThat(ApiBase.parse("https://host?a=b").pathOf("/v1/models?limit=9"))
        .isEqualTo("/v1/models?limit=9&a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.gatewayz.com",
        "ftp://x",
        "https://",
        "https:///v1",
        "https://a b",
        "https://user:secret@host",
        "https://host/#x",
        "https://host/v1/chat/completions",
        "https://host/v1/chat/completions/",
        "https://host:0",
        "https://host:99999"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingSecrets(String text) {
    assertThatThrownBy(() -> ApiBase.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("API base")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://my_gateway:8080/v1, http://my_gateway:8080",
    "http://My_Gateway, http://my_gateway",
    "https://a_b.example.com/x, https://a_b.example.com"
  })
  void namesOfContainersMayHaveUnderscores(String base, String origin) {
    assertThat(ApiBase.parse(base).origin()).hasToString(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:hunter2@host",
        "https://user:hunter2@my_host",
        "user:hunter2@host",
        "ftp://user:hunter2@host",
        "https://user:hunter2@ho st",
        "https://user:hunter2@host:99999",
        "https://user:hunter2@",
        "https://user:hunt/er2@host",
        "https://user:hunter2@host/v1/chat/completions"
      })
  void passwordsAreNeverRepeated(String base) {
    assertThatThrownBy(() -> ApiBase.parse(base))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e -> {
              StringWriter trace = new StringWriter();
              e.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("hunt").contains("API base");
            });
  }
}
