package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one prompt has answered is shown by another in the form that the schema asked for. */
class ShownAnswersTest {
  private static final String CALLER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      import java.math.*;
      import java.net.URI;
      import java.time.*;
      import java.util.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller {
        @GatewayzPrompt("Go.") Plain plain();
        @GatewayzPrompt("{{value}}") String showPlain(@Json Plain value);
        @GatewayzPrompt("Go.") Empty empty();
        @GatewayzPrompt("{{value}}") String showEmpty(@Json Empty value);
        @GatewayzPrompt("Go.") Holder holder();
        @GatewayzPrompt("{{value}}") String showHolder(@Json Holder value);
        @GatewayzPrompt("Go.") 日本 japan();
        @GatewayzPrompt("{{value}}") String showJapan(@Json 日本 value);
        @GatewayzPrompt("Go.") 色 colour();

        record Plain(
            boolean a, byte b, short c, int d, long e, BigInteger f, double g, BigDecimal h,
            UUID i, URI j, Instant k, OffsetDateTime l, ZonedDateTime m, OffsetTime n, LocalDate o,
            LocalTime p, LocalDateTime q, YearMonth r, MonthDay s, Year t, Duration u, Period v,
            ZoneId w, ZoneOffset x, DayOfWeek y, List<Year> z) {}
        record Empty() {}
        record Holder(Empty one, List<Empty> all, Optional<Empty> none) {}
        record 日本(String 名, 東京 a, 東京 b, 京都 c, 京都 d) {}
        record 東京(int 数) {}
        record 京都(int 数) {}
        enum 色 { 赤, 青 }
      }
      """;

  private static RecordingGateway gateway;
  private static Generated client;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
    client = Generated.of(Compilation.javac(CALLER), "run.GatewayzCaller", gateway.gatewayz());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static void assertShownAsAnswered(String type, String answer) {
    gateway.forget();
    gateway.answer(answer);
    Object value = client.call(type.toLowerCase(java.util.Locale.ROOT));
    gateway.request();
    client.call("show" + type, value);
    assertThat(JsonTree.content(gateway.request(), 0)).isEqualTo(answer);
  }

  @Test
  void valuesWithoutParts() {
    assertShownAsAnswered(
        "Plain",
        """
        {"a":true,"b":-1,"c":2,"d":3,"e":4,"f":12345678901234567890,"g":0.5,"h":1.50,\
        "i":"6b0c0000-0000-4000-8000-000000000001","j":"https://a.b/c",\
        "k":"2026-01-31T10:00:00Z","l":"2026-01-31T10:00:00+02:00",\
        "m":"2026-01-31T10:00:00+01:00","n":"10:00:00+01:00","o":"2026-01-31","p":"10:00:00",\
        "q":"2026-01-31T10:00:00","r":"2026-01","s":"--01-31","t":2026,"u":"PT1H2M3S",\
        "v":"P1Y2M3D","w":"Europe/Oslo","x":"+02:00","y":"MONDAY","z":[2026,1999]}""");
  }

  @Test
  void recordsWithoutComponents() {
    assertShownAsAnswered("Empty", "{}");
    assertShownAsAnswered("Holder", "{\"one\":{},\"all\":[{},{}],\"none\":null}");
  }

  @Test
  void typesWhoseNamesAreNotAscii() {
    assertShownAsAnswered(
        "Japan", "{\"名\":\"x\",\"a\":{\"数\":1},\"b\":{\"数\":2},\"c\":{\"数\":3},\"d\":{\"数\":4}}");
    gateway.answer("{\"value\":\"赤\"}");
    assertThat(client.call("colour")).hasToString("赤");
    assertThat(gateway.request()).contains("\"name\":\"Type\"");
  }
}
