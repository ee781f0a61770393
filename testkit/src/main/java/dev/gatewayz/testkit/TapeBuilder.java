package dev.gatewayz.testkit;

import dev.gatewayz.testkit.Cassette.Strictness;
import dev.gatewayz.testkit.internal.cassette.CassetteFile;
import dev.gatewayz.testkit.internal.cassette.Redaction;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a {@link Tape} is played or recorded. Not thread-safe. */
public final class TapeBuilder {
  private static final String DEFAULT_BASE = "https://api.gatewayz.com";
  private static final String DEFAULT_TRACK = "main";

  private final Path file;
  private final List<Pattern> redacted = new ArrayList<>();
  private final List<String> headers =
      new ArrayList<>(
          List.of(
              "content-type",
              "content-encoding",
              "retry-after",
              "x-model",
              "x-provider",
              "x-requested-model"));
  private final SortedMap<String, String> prompts = new TreeMap<>();
  private @Nullable String track;
  private @Nullable MockGateway gateway;
  private @Nullable String apiBase = setting("gatewayz.api.base", "GATEWAYZ_API_BASE");
  private @Nullable String apiKey = setting("gatewayz.api.key", "GATEWAYZ_API_KEY");
  private boolean record = "true".equals(setting("gatewayz.record", "GATEWAYZ_RECORD"));
  private boolean pace;
  private Strictness unused = Strictness.ALLOW;
  private Strictness stale = Strictness.ALLOW;

  TapeBuilder(Path file) {
    this.file = file;
  }

  private static @Nullable String setting(String property, String variable) {
    String set = System.getProperty(property, System.getenv(variable));
    return set == null || set.isBlank() ? null : set.strip();
  }

  /**
   * Says whether to record. Default: the system property {@code gatewayz.record}.
   *
   * @param recorded {@code false} plays what the file has
   * @return this builder
   */
  public TapeBuilder record(boolean recorded) {
    record = recorded;
    return this;
  }

  /**
   * Sets where to record from. Default: the system property {@code gatewayz.api.base}, else {@code
   * GATEWAYZ_API_BASE}, else Gatewayz.
   *
   * @param base with or without a trailing {@code /} or {@code /v1}
   * @return this builder
   */
  public TapeBuilder apiBase(String base) {
    apiBase = base;
    return this;
  }

  /**
   * Sets the key to record with, in place of the client's. Default: the system property {@code
   * gatewayz.api.key}, else {@code GATEWAYZ_API_KEY}, else the client's, if a base is given.
   *
   * @param key never written to the file
   * @return this builder
   */
  public TapeBuilder apiKey(String key) {
    apiKey = key;
    return this;
  }

  /**
   * Sets the part of the file that is played, or recorded anew. Default: all is played, and {@code
   * main} is recorded.
   *
   * @param name of that part; white space in it counts as one blank
   * @return this builder
   */
  public TapeBuilder test(String name) {
    track = name.replaceAll("\\s+", " ").strip();
    return this;
  }

  /**
   * Answers through this gateway, which stays open. Default: one of its own.
   *
   * @param answering asked by the client under test
   * @return this builder
   */
  public TapeBuilder gateway(MockGateway answering) {
    gateway = answering;
    return this;
  }

  /**
   * What must not be written down, beside keys and account figures.
   *
   * @param patterns regular expressions
   * @return this builder
   */
  public TapeBuilder redact(String... patterns) {
    for (String pattern : patterns) {
      redacted.add(Pattern.compile(pattern));
    }
    return this;
  }

  /**
   * Keeps more headers of answers.
   *
   * @param names case does not matter
   * @return this builder
   */
  public TapeBuilder keepHeaders(String... names) {
    for (String name : names) {
      headers.add(name.toLowerCase(Locale.ROOT));
    }
    return this;
  }

  /**
   * Records the hashes of prompts, and compares them when played.
   *
   * @param interfaces prompt interfaces
   * @return this builder
   * @throws IllegalArgumentException if the compiler has not listed their prompts
   */
  public TapeBuilder prompts(Class<?>... interfaces) {
    for (Class<?> type : interfaces) {
      prompts.putAll(PromptHashes.of(type));
    }
    return this;
  }

  /**
   * Says whether answers take the time that they took. Default: no.
   *
   * @param kept {@code false} answers as fast as it goes
   * @return this builder
   */
  public TapeBuilder pace(boolean kept) {
    pace = kept;
    return this;
  }

  /**
   * Sets what becomes of recorded answers that nobody asked for. Default: they are allowed.
   *
   * @param strictness what that means to the test
   * @return this builder
   */
  public TapeBuilder unused(Strictness strictness) {
    unused = strictness;
    return this;
  }

  /**
   * Sets what becomes of prompts that have changed. Default: they are allowed.
   *
   * @param strictness what that means to the test
   * @return this builder
   */
  public TapeBuilder stale(Strictness strictness) {
    stale = strictness;
    return this;
  }

  /**
   * Starts to play or to record.
   *
   * @return the tape, to be closed
   * @throws IllegalStateException if the cassette is missing or cannot be read or written, or there
   *     is no key to record with
   */
  public Tape open() {
    CassetteFile cassette = new CassetteFile(file);
    Redaction redaction = Redaction.of(redacted);
    Tape.Deck deck = record ? recorder(cassette, redaction) : player(cassette, redaction);
    MockGateway given = gateway;
    return given == null ? new Tape(MockGateway.start(), true, deck) : new Tape(given, false, deck);
  }

  private Tape.Deck player(CassetteFile cassette, Redaction redaction) {
    return new Playback(
        cassette,
        Optional.ofNullable(track),
        new Playback.Rules(redaction, prompts, pace, unused, stale));
  }

  private Tape.Deck recorder(CassetteFile cassette, Redaction redaction) {
    String key = apiKey;
    String base = apiBase;
    if (key == null && base == null) {
      throw new IllegalStateException(
          "There is no key to record " + cassette.path() + " with. Set GATEWAYZ_API_KEY.");
    }
    cassette.checkWritable();
    Upstream upstream =
        new Upstream(URI.create(base == null ? DEFAULT_BASE : base), Optional.ofNullable(key));
    return new Recorder(
        upstream,
        cassette,
        new Recorder.Rules(
            track == null ? DEFAULT_TRACK : track, prompts, List.copyOf(headers), redaction));
  }
}
