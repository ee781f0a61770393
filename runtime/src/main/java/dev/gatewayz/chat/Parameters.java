package dev.gatewayz.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to answer: everything of a request beside the model and the conversation. {@code
 * null} and empty mean "not sent", so that the model's own default holds.
 *
 * <p>Ranges are those the gateway enforces; the constructor enforces them too, with an {@link
 * IllegalArgumentException} that names the parameter.
 *
 * @param temperature how random the answer is, 0 to 2
 * @param topP the share of probability mass that tokens are drawn from, 0 to 1
 * @param maxTokens the most tokens the answer may have, at least 1
 * @param frequencyPenalty how much a token is held back by its count so far, −2 to 2
 * @param presencePenalty how much a token is held back once it has occurred, −2 to 2
 * @param stop up to four texts that end the answer where they would appear
 * @param n how many answers to draw, at least 1
 * @param seed asks the model to repeat itself
 * @param user a stable name for the end user
 * @param extra further members of the request by their wire names, each as JSON text
 */
public record Parameters(
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Integer maxTokens,
    @Nullable Double frequencyPenalty,
    @Nullable Double presencePenalty,
    List<String> stop,
    @Nullable Integer n,
    @Nullable Long seed,
    @Nullable String user,
    Map<String, String> extra) {

  /** No parameter is sent. */
  public static final Parameters NONE =
      new Parameters(null, null, null, null, null, List.of(), null, null, null, Map.of());

  /** Checks the ranges and copies the collections. */
  public Parameters {
    within("temperature", temperature, 0, 2);
    within("top_p", topP, 0, 1);
    within("frequency_penalty", frequencyPenalty, -2, 2);
    within("presence_penalty", presencePenalty, -2, 2);
    atLeastOne("max_tokens", maxTokens);
    atLeastOne("n", n);
    stop = List.copyOf(stop);
    if (stop.size() > 4) {
      throw new IllegalArgumentException(
          "stop has " + stop.size() + " sequences; the gateway takes at most 4.");
    }
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /**
   * These parameters, and {@code others} where these are not set; of extra members that both have,
   * these count.
   */
  public Parameters over(Parameters others) {
    if (equals(NONE) || others.equals(NONE)) {
      return equals(NONE) ? others : this;
    }
    Map<String, String> all = new LinkedHashMap<>(others.extra);
    all.putAll(extra);
    return new Parameters(
        temperature == null ? others.temperature : temperature,
        topP == null ? others.topP : topP,
        maxTokens == null ? others.maxTokens : maxTokens,
        frequencyPenalty == null ? others.frequencyPenalty : frequencyPenalty,
        presencePenalty == null ? others.presencePenalty : presencePenalty,
        stop.isEmpty() ? others.stop : stop,
        n == null ? others.n : n,
        seed == null ? others.seed : seed,
        user == null ? others.user : user,
        all);
  }

  private static void within(String name, @Nullable Double value, double low, double high) {
    if (value != null && !(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; it must be between " + (int) low + " and " + (int) high + ".");
    }
  }

  private static void atLeastOne(String name, @Nullable Integer value) {
    if (value != null && value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1.");
    }
  }

  /**
   * Collects parameters. Each method returns this builder; a parameter that is set twice keeps the
   * second value.
   *
   * @param <B> the type of the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> {
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer maxTokens;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private List<String> stop = List.of();
    private @Nullable Integer n;
    private @Nullable Long seed;
    private @Nullable String user;
    private final Map<String, String> extra = new LinkedHashMap<>();

    /** For the builders of this library. */
    protected Builder() {}

    /** This builder, in its own type. */
    protected abstract B self();

    /** How random the answer is, 0 to 2. */
    public B temperature(double temperature) {
      this.temperature = temperature;
      return self();
    }

    /** The share of probability mass that tokens are drawn from, 0 to 1. */
    public B topP(double topP) {
      this.topP = topP;
      return self();
    }

    /** The most tokens the answer may have, at least 1. */
    public B maxTokens(int maxTokens) {
      this.maxTokens = maxTokens;
      return self();
    }

    /** How much a token is held back by its count so far, −2 to 2. */
    public B frequencyPenalty(double frequencyPenalty) {
      this.frequencyPenalty = frequencyPenalty;
      return self();
    }

    /** How much a token is held back once it has occurred, −2 to 2. */
    public B presencePenalty(double presencePenalty) {
      this.presencePenalty = presencePenalty;
      return self();
    }

    /** Up to four texts that end the answer where they would appear. */
    public B stop(String... stop) {
      this.stop = new ArrayList<>(List.of(stop));
      return self();
    }

    /** How many answers to draw, at least 1. */
    public B n(int n) {
      this.n = n;
      return self();
    }

    /** Asks the model to repeat itself. */
    public B seed(long seed) {
      this.seed = seed;
      return self();
    }

    /** A stable name for the end user. Wire name {@code user}. */
    public B endUser(String user) {
      this.user = user;
      return self();
    }

    /**
     * A further member of the request, for what this library has no method for, as in {@code
     * extra("reasoning_effort", "\"low\"")}.
     *
     * @param name the wire name
     * @param json the value as JSON text; it is sent as it is
     */
    public B extra(String name, String json) {
      extra.put(name, json);
      return self();
    }

    /**
     * What was collected.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    protected Parameters parameters() {
      return new Parameters(
          temperature,
          topP,
          maxTokens,
          frequencyPenalty,
          presencePenalty,
          stop,
          n,
          seed,
          user,
          extra);
    }
  }
}
