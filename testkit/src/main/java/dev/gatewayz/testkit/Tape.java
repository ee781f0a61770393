package dev.gatewayz.testkit;

import dev.gatewayz.testkit.Cassette.Strictness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cassette that is being played or recorded, through the sockets of a {@link MockGateway}.
 *
 * <pre>{@code
 * try (Tape tape = Tape.open(Path.of("src/test/cassettes/northwind.cassette"));
 *     Gatewayz client =
 *         Gatewayz.builder().apiBase(tape.gateway().apiBase()).apiKey("test").build()) {
 *   …
 * }
 * }</pre>
 *
 * <p>When played, a request is answered by the recorded call of the same method, path, query and
 * body. Headers, white space and the order of members do not count, nor do fences of untrusted text
 * and ids of tool calls. The same request again gets the answer recorded next; requests at the same
 * time may come in any order. A request without a recording gets status 409 with the nearest
 * recorded one and what differs, and {@link #close} throws the same. Recorded pauses are left out
 * unless {@link TapeBuilder#pace} says otherwise.
 *
 * <p>When recorded, requests go to the real gateway, and {@link #close} writes them and their
 * answers down: body, pauses, and the headers {@code content-type}, {@code content-encoding},
 * {@code retry-after}, {@code x-model}, {@code x-provider} and {@code x-requested-model}. Keys,
 * figures of the account and what {@link TapeBuilder#redact} finds are taken out before. An answer
 * that says what it said last time stays as it was written then.
 *
 * <p>Thread-safe.
 */
public final class Tape implements AutoCloseable {
  private final MockGateway gateway;
  private final boolean ownsGateway;
  private final Deck deck;

  Tape(MockGateway gateway, boolean ownsGateway, Deck deck) {
    this.gateway = gateway;
    this.ownsGateway = ownsGateway;
    this.deck = deck;
    gateway.respond(deck::answer);
  }

  /**
   * Plays a cassette, or records it if {@code -Dgatewayz.record=true}.
   *
   * @param file as in {@code src/test/cassettes/northwind.cassette}
   * @return the tape, to be closed
   * @throws IllegalStateException if it cannot be read; the message names file and line
   */
  public static Tape open(Path file) {
    return builder(file).open();
  }

  /**
   * {@return the options of a tape, to say more about it}
   *
   * @param file as in {@code src/test/cassettes/northwind.cassette}
   */
  public static TapeBuilder builder(Path file) {
    return new TapeBuilder(file);
  }

  /** {@return the gateway that answers} */
  public MockGateway gateway() {
    return gateway;
  }

  /** {@return whether the real gateway is asked} */
  public boolean isRecording() {
    return deck.isRecording();
  }

  /** {@return recorded calls that nobody has asked for, in words} */
  public List<String> unused() {
    return deck.unused();
  }

  /** {@return prompts that have changed since they were recorded, in words} */
  public List<String> stale() {
    return deck.stale();
  }

  /**
   * Ends it: what was recorded is written.
   *
   * @throws AssertionError if a request was not on the cassette, if one could not be recorded, or
   *     if something is unused or stale that must not be
   */
  @Override
  public void close() {
    try {
      deck.finish();
      if (ownsGateway && !gateway.failures().isEmpty()) {
        throw new AssertionError("The cassette failed.", gateway.failures().get(0));
      }
    } finally {
      if (ownsGateway) {
        gateway.close();
      }
    }
  }

  /** What answers the requests. */
  interface Deck {
    /** The reply to a request. */
    Reply answer(RecordedRequest request);

    boolean isRecording();

    List<String> unused();

    List<String> stale();

    /** Fails if something was not as it should be. */
    void finish();
  }

  /** What to fail with, if anything. */
  static List<String> findings(
      String file, Strictness unused, List<String> left, Strictness stale, List<String> changed) {
    List<String> findings = new ArrayList<>();
    if (unused == Strictness.FAIL && !left.isEmpty()) {
      findings.add("Not asked for, though it is in " + file + ":\n" + String.join("\n", left));
    }
    if (stale == Strictness.FAIL && !changed.isEmpty()) {
      findings.add(staleText(file, changed));
    }
    return findings;
  }

  static String staleText(String file, List<String> changed) {
    return "Changed since " + file + " was recorded:\n" + String.join("\n", changed) + "\n" + HOW;
  }

  static final String HOW =
      "Record it again with -Dgatewayz.record=true and the key in GATEWAYZ_API_KEY.";
}
