package dev.gatewayz.gateway;

import dev.gatewayz.internal.json.MemberMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Transcription} as it was read. */
record TranscriptionValue(
    String text,
    @Nullable String language,
    @Nullable Duration duration,
    @Nullable BigDecimal cost,
    Map<String, String> extra)
    implements Transcription {

  /** Copies the collections. */
  TranscriptionValue {
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "Transcription["
        + "text="
        + text
        + ", language="
        + language
        + ", duration="
        + duration
        + ", cost="
        + cost
        + ", extra="
        + extra
        + "]";
  }
}
