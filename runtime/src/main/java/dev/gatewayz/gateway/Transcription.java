package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a sound. Mirrors the answer of {@code POST /v1/audio/transcriptions}. Immutable.
 */
public sealed interface Transcription permits TranscriptionValue {

  /** The words; in the format that was asked for, if that is {@code srt} or {@code vtt}. */
  String text();

  /** The language that was heard, {@code null} if it was not said. */
  @Nullable String language();

  /** How long the sound is, {@code null} if it was not said. */
  @Nullable Duration duration();

  /** What it was billed, in US dollars; {@code null} if it was not said. */
  @Nullable BigDecimal cost();

  /** The members that this library does not know, each value as JSON text. */
  Map<String, String> extra();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .text(text())
        .language(language())
        .duration(duration())
        .cost(cost())
        .extra(extra());
  }

  /** Collects a {@link Transcription}. Each method returns this builder. */
  final class Builder {
    private String text = "";
    private @Nullable String language;
    private @Nullable Duration duration;
    private @Nullable BigDecimal cost;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /** See {@link Transcription#text()}. Default: empty. */
    public Builder text(String text) {
      this.text = Objects.requireNonNull(text, "text");
      return this;
    }

    /** See {@link Transcription#language()}. Default: none. */
    public Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    /** See {@link Transcription#duration()}. Default: none. */
    public Builder duration(@Nullable Duration duration) {
      this.duration = duration;
      return this;
    }

    /** See {@link Transcription#cost()}. Default: none. */
    public Builder cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /** See {@link Transcription#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
    public Transcription build() {
      return new TranscriptionValue(text, language, duration, cost, extra);
    }
  }
}
