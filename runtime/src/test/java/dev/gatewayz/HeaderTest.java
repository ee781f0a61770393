package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A header that cannot be sent, or is the client's own affair, is refused where it is set. */
class HeaderTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "x-a, one\\r\\nx-b: two, position 4",
        "x-a, one\\ntwo, position 4",
        "x-a, one\\0two, position 4",
        "x-a, grün, position 3",
        "x-a, | padded|, white space",
        "x\\r\\ny, one, position 2",
        "x a, one, position 2",
        "x:a, one, position 2",
        ":authority, one, position 1",
        "||, one, is empty",
        "Authorization, Bearer stolen, apiKey",
        "content-length, 7, the client itself",
        "Transfer-Encoding, chunked, the client itself",
        "Host, elsewhere, the client itself"
      })
  void aHeaderThatCannotBeSentIsRefusedAtEachDoor(String name, String value, String said) {
    String header = unescaped(name);
    String text = unescaped(value);

    assertThatThrownBy(() -> Gatewayz.builder().header(header, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining(text);
    assertThatThrownBy(() -> CallOptions.builder().header(header, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining(text);
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2C.client(gateway).interceptor(setting(header, text)).build()) {
      assertThatThrownBy(() -> client.complete(Asking.ask("Hi")))
          .hasStackTraceContaining(said)
          .hasStackTraceContaining("IllegalArgumentException");
      assertThat(gateway.counters().requestsOpened()).isZero();
    }
  }

  private static Interceptor setting(String name, String value) {
    return new Interceptor() {
      @Override
      public OutgoingCall request(OutgoingCall call) {
        return call.withHeader(name, value);
      }
    };
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
  }
}
