package dev.gatewayz.gateway;

import dev.gatewayz.internal.syntax.ModelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sound whose words are wanted. Mirrors {@code POST /v1/audio/transcriptions}. Immutable, as long
 * as nobody changes the bytes it was made of.
 */
public final class TranscriptionRequest {
  /** The most bytes that the gateway takes: 25 MB. */
  public static final int MAX_SIZE = 25 * 1024 * 1024;

  private static final Set<String> ENDINGS =
      Set.of("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "ogg", "wav", "webm");

  private final String model;
  private final String fileName;
  private final byte[] sound;
  private final @Nullable String language;
  private final @Nullable String prompt;
  private final @Nullable String format;
  private final @Nullable Double temperature;

  private TranscriptionRequest(Builder builder) {
    model = builder.model;
    fileName = builder.fileName;
    sound = builder.sound;
    language = builder.language;
    prompt = builder.prompt;
    format = builder.format;
    temperature = builder.temperature;
  }

  /**
   * Starts with a file, which is read at once.
   *
   * @param model with its {@code gatewayz/} prefix, as in {@code gatewayz/whisper-1}
   * @param file with an ending of sound, as in {@code call.mp3}
   * @return a builder that holds the bytes
   * @throws IllegalArgumentException if the prefix is missing, or the file has another ending than
   *     those of sound, no byte, or more than {@link #MAX_SIZE}
   * @throws IOException if it cannot be read
   */
  public static Builder builder(String model, Path file) throws IOException {
    Path name = file.getFileName();
    if (Files.size(file) > MAX_SIZE) {
      throw tooLarge(Files.size(file));
    }
    return new Builder(model, name == null ? "" : name.toString(), Files.readAllBytes(file));
  }

  /**
   * Starts with bytes, which are not copied and must not be changed.
   *
   * @param model with its {@code gatewayz/} prefix, as in {@code gatewayz/whisper-1}
   * @param fileName tells the format by its ending, as in {@code call.mp3}
   * @param sound the bytes of the file
   * @return a builder that holds the bytes
   * @throws IllegalArgumentException as for files
   */
  public static Builder builder(String model, String fileName, byte[] sound) {
    return new Builder(model, fileName, sound);
  }

  private static IllegalArgumentException tooLarge(long size) {
    return new IllegalArgumentException(
        "The sound has " + size + " bytes; the gateway takes " + MAX_SIZE + " at most.");
  }

  /** {@return a builder that holds the same} */
  public Builder toBuilder() {
    Builder builder = new Builder(model, fileName, sound);
    builder.language = language;
    builder.prompt = prompt;
    builder.format = format;
    builder.temperature = temperature;
    return builder;
  }

  /** {@return the model, with its {@code gatewayz/} prefix} */
  public String model() {
    return model;
  }

  /** {@return the name of the file, whose ending tells the format} */
  public String fileName() {
    return fileName;
  }

  /** {@return the bytes; not to be changed} */
  public byte[] sound() {
    return sound;
  }

  /** {@return the language that is spoken, {@code null} to be found out} */
  public @Nullable String language() {
    return language;
  }

  /** {@return words that help with names and style, {@code null} for none} */
  public @Nullable String prompt() {
    return prompt;
  }

  /** {@return the format of the words, {@code null} for the gateway's own} */
  public @Nullable String format() {
    return format;
  }

  /** {@return how freely the model guesses, {@code null} for its own} */
  public @Nullable Double temperature() {
    return temperature;
  }

  /** Does not show the sound. */
  @Override
  public String toString() {
    return "TranscriptionRequest[model=" + model + ", " + sound.length + " bytes]";
  }

  /** Collects a {@link TranscriptionRequest}. Each method returns this builder. */
  public static final class Builder {
    private final String model;
    private final String fileName;
    private final byte[] sound;
    private @Nullable String language;
    private @Nullable String prompt;
    private @Nullable String format;
    private @Nullable Double temperature;

    private Builder(String model, String fileName, byte[] sound) {
      this.model = new ModelName(model).name();
      this.fileName = fileName;
      this.sound = sound;
      String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      if (!ENDINGS.contains(ending)) {
        throw new IllegalArgumentException(
            "The file is \""
                + fileName
                + "\"; the gateway takes flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav and webm.");
      }
      if (sound.length == 0) {
        throw new IllegalArgumentException("The file \"" + fileName + "\" is empty.");
      }
      if (sound.length > MAX_SIZE) {
        throw tooLarge(sound.length);
      }
    }

    /**
     * Sets the language that is spoken, as in {@code de}. Default: it is found out.
     *
     * @param language an ISO 639-1 code
     * @return this builder
     */
    public Builder language(String language) {
      this.language = Objects.requireNonNull(language, "language");
      return this;
    }

    /**
     * Sets words that help with names and style. Default: none.
     *
     * @param prompt in the language that is spoken
     * @return this builder
     */
    public Builder prompt(String prompt) {
      this.prompt = Objects.requireNonNull(prompt, "prompt");
      return this;
    }

    /**
     * Sets the format of the words: {@code json}, {@code verbose_json}, {@code text}, {@code srt}
     * or {@code vtt}. Default: {@code json}. Wire name {@code response_format}.
     *
     * @param format {@code json} as a rule, {@code srt} and {@code vtt} for subtitles
     * @return this builder
     */
    public Builder format(String format) {
      this.format = Objects.requireNonNull(format, "format");
      return this;
    }

    /**
     * Sets how freely the model guesses. Default: its own.
     *
     * @param temperature 0 to 1
     * @return this builder
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public Builder temperature(double temperature) {
      if (!(temperature >= 0 && temperature <= 1)) {
        throw new IllegalArgumentException(
            "temperature is " + temperature + "; it must be from 0 to 1.");
      }
      this.temperature = temperature;
      return this;
    }

    /** {@return what was collected} */
    public TranscriptionRequest build() {
      return new TranscriptionRequest(this);
    }
  }
}
