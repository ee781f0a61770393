package dev.gatewayz.chat;

import dev.gatewayz.internal.syntax.JsonSyntax;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to answer: everything of a request beside the model and the conversation. What is
 * not set is not sent, so that the model's own default holds. Immutable.
 */
public final class Parameters {

  /** Nothing is set. */
  public static final Parameters NONE = new Parameters(builder());

  private final @Nullable Double temperature;
  private final @Nullable Double topP;
  private final @Nullable Integer maxTokens;
  private final @Nullable Double frequencyPenalty;
  private final @Nullable Double presencePenalty;
  private final List<String> stop;
  private final @Nullable Integer n;
  private final @Nullable Long seed;
  private final @Nullable String endUser;
  private final @Nullable String reasoningEffort;
  private final Map<String, @Nullable String> extra;

  private Parameters(Builder builder) {
    temperature = builder.temperature;
    topP = builder.topP;
    maxTokens = builder.maxTokens;
    frequencyPenalty = builder.frequencyPenalty;
    presencePenalty = builder.presencePenalty;
    stop = builder.stop;
    n = builder.n;
    seed = builder.seed;
    endUser = builder.endUser;
    reasoningEffort = builder.reasoningEffort;
    extra =
        builder.extra.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(builder.extra));
  }

  /**
   * Starts with nothing set.
   *
   * @return a builder with nothing set
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  public Builder toBuilder() {
    return new Builder().parameters(this);
  }

  /** {@return how random the answer is, 0 to 2; {@code null} if not set} */
  public @Nullable Double temperature() {
    return temperature;
  }

  /**
   * {@return the share of probability mass that tokens are drawn from, 0 to 1; {@code null} if not
   * set}
   */
  public @Nullable Double topP() {
    return topP;
  }

  /** {@return the most tokens the answer may have, at least 1; {@code null} if not set} */
  public @Nullable Integer maxTokens() {
    return maxTokens;
  }

  /**
   * {@return how much a token is held back by its count so far, −2 to 2; {@code null} if not set}
   */
  public @Nullable Double frequencyPenalty() {
    return frequencyPenalty;
  }

  /**
   * {@return how much a token is held back once it has occurred, −2 to 2; {@code null} if not set}
   */
  public @Nullable Double presencePenalty() {
    return presencePenalty;
  }

  /** {@return up to four texts that end the answer where they would appear; empty if not set} */
  public List<String> stop() {
    return stop;
  }

  /** {@return how many answers to draw, at least 1; {@code null} if not set} */
  public @Nullable Integer n() {
    return n;
  }

  /**
   * {@return what asks the model to repeat itself, {@code null} if not set} Wire name {@code seed}.
   */
  public @Nullable Long seed() {
    return seed;
  }

  /** {@return a stable name for the end user, {@code null} if not set} Wire name {@code user}. */
  public @Nullable String endUser() {
    return endUser;
  }

  /**
   * {@return how much a reasoning model is to think, as in {@code low}; {@code null} if not set}
   * Wire name {@code reasoning_effort}.
   */
  public @Nullable String reasoningEffort() {
    return reasoningEffort;
  }

  /**
   * {@return further members of the request by their wire names, each as JSON text, in their order;
   * {@code null} for a member that is not to be sent whoever sets it}
   */
  public Map<String, @Nullable String> extra() {
    return extra;
  }

  /**
   * Puts these parameters over others; of extra members that both have, these count.
   *
   * @param others what holds where these are not set
   * @return these parameters, and {@code others} where these are not set
   */
  public Parameters over(Parameters others) {
    if (equals(NONE) || others.equals(NONE)) {
      return equals(NONE) ? others : this;
    }
    return others.toBuilder().parameters(this).build();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Parameters that
            && Objects.equals(temperature, that.temperature)
            && Objects.equals(topP, that.topP)
            && Objects.equals(maxTokens, that.maxTokens)
            && Objects.equals(frequencyPenalty, that.frequencyPenalty)
            && Objects.equals(presencePenalty, that.presencePenalty)
            && stop.equals(that.stop)
            && Objects.equals(n, that.n)
            && Objects.equals(seed, that.seed)
            && Objects.equals(endUser, that.endUser)
            && Objects.equals(reasoningEffort, that.reasoningEffort)
            && extra.equals(that.extra));
  }

  @Override
  public int hashCode() {
    return Objects.hash(temperature, topP, maxTokens, stop, n, seed, endUser, extra);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Parameters[");
    append(text, "temperature", temperature);
    append(text, "topP", topP);
    append(text, "maxTokens", maxTokens);
    append(text, "frequencyPenalty", frequencyPenalty);
    append(text, "presencePenalty", presencePenalty);
    append(text, "stop", stop.isEmpty() ? null : stop);
    append(text, "n", n);
    append(text, "seed", seed);
    append(text, "endUser", endUser);
    append(text, "reasoningEffort", reasoningEffort);
    append(text, "extra", extra.isEmpty() ? null : extra);
    return text.append(']').toString();
  }

  private static void append(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ").append(name).append('=');
      text.append(value);
    }
  }

  /**
   * Collects parameters. Each method returns this builder and checks its value at once; a parameter
   * that is set twice keeps the second value. Ranges are those the gateway enforces.
   */
  public static final class Builder {
    private static final int MOST_STOPS = 4;
    private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";

    /** Members that have a method of their own, or are not for users to set. */
    private @Nullable Double temperature;

    private @Nullable Double topP;
    private @Nullable Integer maxTokens;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private List<String> stop = List.of();
    private @Nullable Integer n;
    private @Nullable Long seed;
    private @Nullable String endUser;
    private @Nullable String reasoningEffort;
    private final Map<String, @Nullable String> extra = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets all that {@code others} set; of extra members of the same name, theirs count.
     *
     * @param others those it leaves unset stay as they are here
     * @return this builder
     */
    public Builder parameters(Parameters others) {
      temperature = others.temperature == null ? temperature : others.temperature;
      topP = others.topP == null ? topP : others.topP;
      if (others.maxTokens != null) {
        maxTokens = others.maxTokens;
        extra.computeIfPresent(MAX_COMPLETION_TOKENS, (name, json) -> others.maxTokens.toString());
      }
      frequencyPenalty =
          others.frequencyPenalty == null ? frequencyPenalty : others.frequencyPenalty;
      presencePenalty = others.presencePenalty == null ? presencePenalty : others.presencePenalty;
      stop = others.stop.isEmpty() ? stop : others.stop;
      n = others.n == null ? n : others.n;
      seed = others.seed == null ? seed : others.seed;
      endUser = others.endUser == null ? endUser : others.endUser;
      reasoningEffort = others.reasoningEffort == null ? reasoningEffort : others.reasoningEffort;
      extra.putAll(others.extra);
      if (others.extra.get(MAX_COMPLETION_TOKENS) != null) {
        maxTokens = null;
      }
      return this;
    }

    /**
     * Sets how random the answer is.
     *
     * @param temperature 0 to 2
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder temperature(double temperature) {
      this.temperature = within("temperature", temperature, 0, 2);
      return this;
    }

    /**
     * Sets the share of probability mass that tokens are drawn from.
     *
     * @param topP 0 to 1
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder topP(double topP) {
      this.topP = within("top_p", topP, 0, 1);
      return this;
    }

    /**
     * Sets the most tokens the answer may have. Gatewayz takes 4096 where none is set.
     *
     * @param maxTokens at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder maxTokens(int maxTokens) {
      this.maxTokens = atLeastOne("max_tokens", maxTokens);
      return this;
    }

    /**
     * Sets how much a token is held back by its count so far.
     *
     * @param frequencyPenalty −2 to 2
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder frequencyPenalty(double frequencyPenalty) {
      this.frequencyPenalty = within("frequency_penalty", frequencyPenalty, -2, 2);
      return this;
    }

    /**
     * Sets how much a token is held back once it has occurred.
     *
     * @param presencePenalty −2 to 2
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder presencePenalty(double presencePenalty) {
      this.presencePenalty = within("presence_penalty", presencePenalty, -2, 2);
      return this;
    }

    /**
     * Sets texts that end the answer where they would appear.
     *
     * @param stop up to four
     * @return this builder
     * @throws IllegalArgumentException if there are more, or one is empty
     */
    public Builder stop(String... stop) {
      return stop(List.of(stop));
    }

    /**
     * Sets texts that end the answer where they would appear.
     *
     * @param stop up to four
     * @return this builder
     * @throws IllegalArgumentException if there are more, or one is empty
     */
    public Builder stop(List<String> stop) {
      if (stop.size() > MOST_STOPS) {
        throw new IllegalArgumentException(
            "stop has " + stop.size() + " sequences; the gateway takes at most 4.");
      }
      if (stop.contains("")) {
        throw new IllegalArgumentException("stop has an empty sequence, which no answer can have.");
      }
      this.stop = List.copyOf(stop);
      return this;
    }

    /**
     * Sets how many answers to draw.
     *
     * @param n at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder n(int n) {
      this.n = atLeastOne("n", n);
      return this;
    }

    /**
     * Asks the model to repeat itself.
     *
     * @param seed any value; with the same one, the same request tends to get the same answer
     * @return this builder
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Sets a stable name for the end user. Wire name {@code user}.
     *
     * @param endUser a name that does not say who it is; not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder endUser(String endUser) {
      this.endUser = notBlank("endUser", endUser);
      return this;
    }

    /**
     * Sets how much a reasoning model is to think. Wire name {@code reasoning_effort}.
     *
     * @param reasoningEffort as in {@code low}, {@code medium} or {@code high}
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder reasoningEffort(String reasoningEffort) {
      this.reasoningEffort = notBlank("reasoningEffort", reasoningEffort);
      return this;
    }

    /**
     * Sets a further member of the request, for what this library has no method for, as in {@code
     * extra("verbosity", "\"low\"")}. It counts more than a parameter of the same name, and {@code
     * max_completion_tokens} more than {@code max_tokens}, which is its older name.
     *
     * @param name the wire name
     * @param json the value as JSON text; {@code null} for a member that is not to be sent whoever
     *     sets it
     * @return this builder
     * @throws IllegalArgumentException if the name is one of {@code model}, {@code messages} and
     *     {@code stream}, or the value is not JSON
     */
    public Builder extra(String name, @Nullable String json) {
      extra.put(
          JsonSyntax.requireMember(name),
          json == null ? null : JsonSyntax.requireValue("The extra member " + name, json));
      return this;
    }

    /** {@return what was collected} */
    public Parameters build() {
      Parameters built = new Parameters(this);
      return built.equals(NONE) ? NONE : built;
    }

    private static double within(String name, double value, double low, double high) {
      if (!(value >= low && value <= high)) {
        throw new IllegalArgumentException(
            name
                + " is "
                + value
                + "; it must be between "
                + (int) low
                + " and "
                + (int) high
                + ".");
      }
      return value;
    }

    private static int atLeastOne(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1.");
      }
      return value;
    }

    private static String notBlank(String name, String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException(name + " is blank.");
      }
      return value;
    }
  }
}
