package dev.gatewayz.internal.wire;

import dev.gatewayz.gateway.Transcription;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the answer of {@code POST /v1/audio/transcriptions}. */
public final class TranscriptionReader {
  private static final Set<String> KNOWN = Set.of("text", "language", "duration");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private TranscriptionReader() {}

  /**
   * Reads words, {@code null} if something else stands there.
   *
   * @param contentType what the server says that it is, {@code null} if it does not
   */
  public static @Nullable Transcription read(
      byte[] bytes, int length, @Nullable String contentType) {
    if (contentType != null && contentType.startsWith("text/") && !contentType.contains("html")) {
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      return Transcription.builder().text(text).build();
    }
    Document document = Document.of(bytes, length);
    if (document == null || !(document.members().get("text") instanceof String text)) {
      return null;
    }
    Document billed = document.object("gateway_usage");
    boolean isNumber = billed.members().get("cost_usd") instanceof Number;
    BigDecimal cost = isNumber ? billed.decimal("cost_usd") : null;
    return Transcription.builder()
        .text(text)
        .language(document.text("language"))
        .duration(duration(document.decimal("duration")))
        .cost(cost == null || cost.signum() < 0 ? null : cost)
        .extra(document.without(KNOWN))
        .build();
  }

  private static @Nullable Duration duration(@Nullable BigDecimal seconds) {
    return seconds == null || seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0
        ? null
        : Duration.ofMillis(seconds.movePointRight(3).longValue());
  }
}
