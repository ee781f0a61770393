package dev.gatewayz.codegen;

import dev.gatewayz.Fallback;
import dev.gatewayz.chat.ModelName;
import dev.gatewayz.internal.call.PromptDefaults;
import dev.gatewayz.internal.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A prompt as the compiler left it: its identity, its model, its options and the constant parts of
 * its messages. Thread-safe.
 */
public final class Prompt {
  private static final int MAX_ROOM = 64 * 1024;

  private final String id;
  private final String hash;
  private final ModelName model;
  private final String options;
  private final byte[] head;
  private final byte[][] segments;
  private final PromptDefaults defaults;

  /**
   * How many bytes the next request is given room for: about as many as the last ones had. A guess,
   * so it is no matter that threads overwrite each other's.
   */
  private int room;

  private Prompt(String id, String hash, ModelName model, String options, String[] segments) {
    this.id = id;
    this.hash = hash;
    this.model = model;
    this.options = options;
    this.head =
        new JsonBytes(64)
            .raw("{\"model\":")
            .string(model.wireName())
            .raw(",\"messages\":[")
            .toByteArray();
    this.segments = new byte[segments.length][];
    int size = head.length + options.length() + 128;
    for (int i = 0; i < segments.length; i++) {
      this.segments[i] = segments[i].getBytes(StandardCharsets.UTF_8);
      size += this.segments[i].length;
    }
    this.room = size;
    this.defaults = PromptDefaults.NONE;
  }

  private Prompt(Prompt other, PromptDefaults defaults) {
    this.id = other.id;
    this.hash = other.hash;
    this.model = other.model;
    this.options = other.options;
    this.head = other.head;
    this.segments = other.segments;
    this.room = other.room;
    this.defaults = defaults;
  }

  /**
   * A prompt.
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
    return new Prompt(id, hash, new ModelName(model), options, segments);
  }

  /**
   * The same prompt, for whose calls other models are asked when its own has failed for good.
   *
   * @param models in this order, with their {@code gatewayz/} prefix
   */
  public Prompt withFallbacks(String... models) {
    return new Prompt(
        this,
        new PromptDefaults(
            Arrays.stream(models).map(Fallback::model).toList(),
            defaults.acquire(),
            defaults.firstToken(),
            defaults.idle(),
            defaults.total()));
  }

  /** The same prompt, with deadlines in milliseconds; 0 leaves one to the client. */
  public Prompt withDeadlines(long acquire, long firstToken, long idle, long total) {
    return new Prompt(
        this, new PromptDefaults(defaults.fallbacks(), acquire, firstToken, idle, total));
  }

  /** Begins a request. */
  public Rendering render() {
    return new Rendering(this, new JsonBytes(room).raw(head));
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

  /** Interface and method, as in {@code EarningsAnalyst.summarise}. */
  public String id() {
    return id;
  }

  /** A digest of all that was constant when the prompt was compiled. */
  public String hash() {
    return hash;
  }

  /** The model that is asked unless a call says otherwise. */
  public ModelName model() {
    return model;
  }

  /** Members of the request as JSON text without braces; empty for none. */
  String options() {
    return options;
  }

  /** What it says about its calls. */
  PromptDefaults defaults() {
    return defaults;
  }

  /** How much of a rendering stands before the first message. */
  int headLength() {
    return head.length;
  }

  byte[] segment(int index) {
    return segments[index];
  }

  @Override
  public String toString() {
    return id;
  }
}
