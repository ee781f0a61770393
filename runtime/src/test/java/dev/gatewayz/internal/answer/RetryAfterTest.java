package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.internal.http.ResponseHead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void milliseconds() {
    assertThat(of(Map.of("retry-after-ms", "250", "retry-after", "9"))).hasMillis(250);
  }

  @Test
  void seconds() {
    assertThat(of(Map.of("retry-after", "30"))).hasSeconds(30);
    assertThat(of(Map.of("retry-after", " 1.5 "))).hasMillis(1_500);
  }

  @Test
  void aDate() {
    assertThat(of(Map.of("retry-after", "Tue, 24 Nov 2026 12:01:00 GMT"))).hasSeconds(60);
    assertThat(of(Map.of("retry-after", "Tuesday, 24-Nov-26 12:01:00 GMT"))).hasSeconds(60);
    assertThat(of(Map.of("retry-after", "Tue Nov 24 12:01:00 2026"))).hasSeconds(60);
  }

  @Test
  void aTimeIsComparedWithTheClockOfTheServer() {
    String there = "Mon, 23 Nov 2026 06:00:00 GMT";
    assertThat(of(Map.of("date", there, "retry-after", "Mon, 23 Nov 2026 06:01:00 GMT")))
        .hasSeconds(60);
    assertThat(of(Map.of("date", there, "retry-after", "Mon, 23 Nov 2026 05:59:00 GMT"))).isNull();
    assertThat(of(Map.of("date", "today", "retry-after", "Tue, 24 Nov 2026 12:01:00 GMT")))
        .hasSeconds(60);
    long later = NOW.minusSeconds(7_200).getEpochSecond() + 30;
    assertThat(
            of(
                Map.of(
                    "date", "Tue, 24 Nov 2026 10:00:00 GMT", "retry-after", String.valueOf(later))))
        .hasSeconds(30);
    assertThat(of(Map.of("date", there, "retry-after", "30"))).hasSeconds(30);
  }

  @Test
  void unixTime() {
    long now = NOW.getEpochSecond();
    assertThat(of(Map.of("retry-after", String.valueOf(now + 2)))).hasSeconds(2);
    assertThat(of(Map.of("retry-after", now + 2 + ".5"))).hasMillis(2_500);
    assertThat(of(Map.of("retry-after", String.valueOf(now - 2)))).isNull();
  }

  @Test
  void nonsenseIsNoWait() {
    assertThat(of(Map.of())).isNull();
    assertThat(of(Map.of("retry-after", "0"))).isNull();
    assertThat(of(Map.of("retry-after", "-5"))).isNull();
    assertThat(of(Map.of("retry-after", "soon"))).isNull();
    for (String garbage : List.of("NaN", "Infinity", "0x1p3", "8d", "1,5", "", " ", ".", "e")) {
      assertThat(of(Map.of("retry-after", garbage))).as(garbage).isNull();
    }
    assertThat(of(Map.of("retry-after", "Tue, 24 Nov 2026 11:59:00 GMT"))).isNull();
  }

  @Test
  void anEndlessWaitIsLongButFinite() {
    assertThat(of(Map.of("retry-after", "1e300"))).isGreaterThan(Duration.ofDays(1_000));
  }

  private static Duration of(Map<String, String> headers) {
    return RetryAfter.of(
        new ResponseHead() {
          @Override
          public int status() {
            return 429;
          }

          @Override
          public String header(CharSequence name) {
            return headers.get(name.toString());
          }

          @Override
          public Map<String, String> headers() {
            return headers;
          }
        },
        NOW);
  }
}
