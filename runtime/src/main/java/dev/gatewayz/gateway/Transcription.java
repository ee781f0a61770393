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

  /**
   * {@return the words; in the format that was asked for, if that is {@code srt} or {@code vtt}}
   */
  String text();

  /** {@return the language that was heard, {@code null} if it was not said} */
  @Nullable String language();

  /** {@return how long the sound is, {@code null} if it was not said} */
  @Nullable Duration duration();

  /** {@return what it was billed, in US dollars; {@code null} if it was not said} */
  @Nullable BigDecimal cost();

  /** {@return the members that this library does not know, each value as JSON text} */
  Map<String, String> extra();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder without words
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link Transcription#text()}. Default: empty.
     *
     * @param text the words
     * @return this builder
     */
    public Builder text(String text) {
      this.text = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Sets {@link Transcription#language()}. Default: none.
     *
     * @param language the language that was heard, {@code null} if it was not said
     * @return this builder
     */
    public Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    /**
     * Sets {@link Transcription#duration()}. Default: none.
     *
     * @param duration how long the sound is, {@code null} if it was not said
     * @return this builder
     */
    public Builder duration(@Nullable Duration duration) {
      this.duration = duration;
      return this;
    }

    /**
     * Sets {@link Transcription#cost()}. Default: none.
     *
     * @param cost what it was billed, in US dollars; {@code null} if it was not said
     * @return this builder
     */
    public Builder cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /**
     * Sets {@link Transcription#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, each value as JSON text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
    public Transcription build() {
      return new TranscriptionValue(text, language, duration, cost, extra);
    }
  }
}
