package dev.gatewayz.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
  private static final Origin ORIGIN = Origin.of(URI.create("http://localhost:1"));

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nx-other: b", "\r"})
  void aLineBreakIsRefusedWhereverItStands(String broken) {
    assertThatThrownBy(() -> new RequestHead("GET", ORIGIN, "/", Map.of("x-one", broken)))
        .hasMessage("A header or a path has a line break.");
    assertThatThrownBy(() -> new RequestHead("GET", ORIGIN, "/", Map.of(broken, "one")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RequestHead("GET", ORIGIN, "/" + broken, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesAreWrittenInLowerCase() {
    RequestHead head = new RequestHead("GET", ORIGIN, "/", Map.of("X-One", "One"));
    assertThat(head.toMap()).containsExactly(Map.entry("x-one", "One"));
  }
}
