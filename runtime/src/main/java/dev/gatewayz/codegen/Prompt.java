package dev.gatewayz.codegen;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.request.PromptIdentity;
import dev.gatewayz.internal.request.PromptSpec;
import dev.gatewayz.internal.request.RequestBody;
import dev.gatewayz.internal.syntax.ModelName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A prompt as the compiler left it: its identity, its model, its options and the constant parts of
 * its messages. Thread-safe.
 */
public final class Prompt {
  /** How the messages of a request begin of which none is written yet. */
  static final byte[] NO_MESSAGES = RequestBody.beginning(new byte[0]);

  private static final int MAX_ROOM = 64 * 1024;

  private final PromptSpec spec;

  /** The constant parts, the first of them behind {@link #NO_MESSAGES}. */
  private final byte[][] segments;

  private final boolean acceptsTruncated;

  /**
   * How many bytes the next request is given room for: about as many as the last ones had. A guess,
   * so it is no matter that threads overwrite each other's.
   */
  private int room;

  private Prompt(PromptSpec spec, byte[][] segments, boolean acceptsTruncated, int room) {
    this.spec = spec;
    this.segments = segments;
    this.acceptsTruncated = acceptsTruncated;
    this.room = room;
  }

  /**
   * {@return a prompt}
   *
   * @param id interface and method, as in {@code EarningsAnalyst.summarise}
   * @param hash a digest of all that was constant when it was compiled
   * @param model the model, with its {@code gatewayz/} prefix
   * @param options members of the request as JSON text without braces, as in {@code
   *     "temperature":0.2,"max_tokens":600}; empty for none
   * @param segments constant JSON text, numbered from 0, which rendering interleaves with arguments
   *     so that the elements of the {@code messages} array come out
   */
  public static Prompt of(
      String id, String hash, String model, String options, String... segments) {
    byte[][] constants = new byte[segments.length][];
    int size = options.length() + 128;
    for (int i = 0; i < segments.length; i++) {
      byte[] constant = segments[i].getBytes(StandardCharsets.UTF_8);
      constants[i] = i == 0 ? RequestBody.beginning(constant) : constant;
      size += i == 0 ? 0 : constant.length;
    }
    PromptIdentity identity = new PromptIdentity(id, hash);
    return new Prompt(
        PromptSpec.of(identity, new ModelName(model), options), constants, false, size);
  }

  /**
   * {@return the same prompt, for whose calls other models are asked when its own has failed for
   * good}
   *
   * @param models in this order, with their {@code gatewayz/} prefix
   */
  public Prompt withFallbacks(String... models) {
    List<Fallback> fallbacks = Arrays.stream(models).map(Fallback::model).toList();
    return with(spec.options().toBuilder().fallbacks(fallbacks));
  }

  /**
   * {@return the same prompt, whose models can be told in words what its answer must look like,
   * beside the member {@code response_format} that is among its options}
   *
   * @param form the form that its author wants
   * @param type the type of the answer, in a notation for models
   * @throws IllegalStateException if there is no such member
   */
  public Prompt withSchema(SchemaForm form, String type) {
    return new Prompt(spec.withSchema(form, type), segments, acceptsTruncated, room);
  }

  /**
   * {@return the same prompt, with deadlines in milliseconds; 0 leaves one to the client}
   *
   * @param acquire {@link CallOptions#acquireDeadline()}
   * @param firstToken {@link CallOptions#firstTokenDeadline()}
   * @param idle {@link CallOptions#idleDeadline()}
   * @param total {@link CallOptions#totalDeadline()}
   */
  public Prompt withDeadlines(long acquire, long firstToken, long idle, long total) {
    CallOptions.Builder options = spec.options().toBuilder();
    set(acquire, options::acquireDeadline);
    set(firstToken, options::firstTokenDeadline);
    set(idle, options::idleDeadline);
    set(total, options::totalDeadline);
    return with(options);
  }

  private static void set(long millis, Consumer<Duration> deadline) {
    if (millis != 0) {
      deadline.accept(Duration.ofMillis(millis));
    }
  }

  private Prompt with(CallOptions.Builder options) {
    return new Prompt(spec.withOptions(options.build()), segments, acceptsTruncated, room);
  }

  /** {@return the same prompt, for which text that breaks off is wanted, too} */
  public Prompt acceptTruncated() {
    return new Prompt(spec, segments, true, room);
  }

  /** The same prompt with other templates, which have that digest. */
  Prompt overridden(String hash) {
    PromptIdentity other = new PromptIdentity(id(), hash, true);
    return new Prompt(spec.withIdentity(other), segments, acceptsTruncated, room);
  }

  /** Whether text that breaks off is wanted, too. */
  boolean acceptsTruncated() {
    return acceptsTruncated;
  }

  /**
   * Begins a request.
   *
   * @return a request without messages, for one call
   */
  public Rendering render() {
    return new Rendering(this, new JsonBytes(room));
  }

  /** A request of this prompt has become so large. Long ones are soon forgotten. */
  void rendered(int size) {
    int last = room;
    if (size > last) {
      room = Math.min(size, MAX_ROOM);
    } else {
      room = last - ((last - size) >> 3);
    }
  }

  /** {@return interface and method, as in {@code EarningsAnalyst.summarise}} */
  public String id() {
    return String.valueOf(spec.identity().id());
  }

  /** {@return a digest of all that was constant when the prompt was compiled} */
  public String hash() {
    return String.valueOf(spec.identity().hash());
  }

  /** {@return the model that is asked unless a call says otherwise} */
  public String model() {
    return spec.model().name();
  }

  /** What all its requests have in common. */
  PromptSpec spec() {
    return spec;
  }

  /** How the messages begin, with the first segment. */
  byte[] beginning() {
    return segments[0];
  }

  /** Copies a segment. */
  void write(int segment, JsonBytes json) {
    byte[] constant = segments[segment];
    int start = segment == 0 ? NO_MESSAGES.length : 0;
    json.raw(constant, start, constant.length - start);
  }

  @Override
  public String toString() {
    return id();
  }
}
