package dev.gatewayz;

import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.syntax.ApiBase;
import dev.gatewayz.internal.syntax.HeaderSyntax;
import dev.gatewayz.internal.syntax.ModelName;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What calls want otherwise than their prompt and their client say. Declare a parameter of this
 * type on a prompt method, pass it beside a {@code ChatRequest}, or make a view of a client with
 * {@link Gatewayz#with}. Whatever is not set stays as it is. Immutable.
 */
public final class CallOptions {

  /** Nothing is wanted otherwise. */
  public static final CallOptions NONE = new CallOptions(builder());

  private final @Nullable String model;
  private final Parameters parameters;
  private final @Nullable ApiKey apiKey;
  private final @Nullable URI apiBase;
  private final Map<String, String> headers;
  private final @Nullable Duration acquireDeadline;
  private final @Nullable Duration firstTokenDeadline;
  private final @Nullable Duration idleDeadline;
  private final @Nullable Duration totalDeadline;
  private final @Nullable RetryPolicy retries;
  private final @Nullable List<Fallback> fallbacks;
  private final @Nullable Duration hedgeAfter;
  private final Map<String, String> tags;
  private final Map<String, String> query;
  private final @Nullable Approvals approvals;
  private final @Nullable String experimentKey;

  /** What {@link #hashCode()} said, 0 before that. */
  private int hash;

  private CallOptions(Builder builder) {
    model = builder.model;
    parameters = builder.parameters.build();
    apiKey = builder.apiKey;
    apiBase = builder.apiBase;
    headers = copy(builder.headers);
    acquireDeadline = builder.acquireDeadline;
    firstTokenDeadline = builder.firstTokenDeadline;
    idleDeadline = builder.idleDeadline;
    totalDeadline = builder.totalDeadline;
    retries = builder.retries;
    fallbacks = builder.fallbacks == null ? null : List.copyOf(builder.fallbacks);
    hedgeAfter = builder.hedgeAfter;
    tags = copy(builder.tags);
    query = copy(builder.query);
    approvals = builder.approvals;
    experimentKey = builder.experimentKey;
  }

  private static Map<String, String> copy(Map<String, String> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * Starts with nothing changed.
   *
   * @return a builder of options that change nothing
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  public Builder toBuilder() {
    return new Builder().set(this);
  }

  /**
   * Puts these options over others. Of headers, tags and extra members that both have, these count.
   *
   * @param others what holds where these options say nothing
   * @return these options, and {@code others} where these say nothing
   */
  @SuppressWarnings("ReferenceEquality") // What is the same needs no look at what it holds.
  public CallOptions over(CallOptions others) {
    if (others == NONE || others == this) {
      return this;
    }
    return this == NONE ? others : others.toBuilder().set(this).build();
  }

  /** {@return another model, with its {@code gatewayz/} prefix; {@code null} if not set} */
  public @Nullable String model() {
    return model;
  }

  /** {@return other ways to answer; each that is set replaces the prompt's} */
  public Parameters parameters() {
    return parameters;
  }

  /** {@return another key, {@code null} if not set} */
  public @Nullable ApiKey apiKey() {
    return apiKey;
  }

  /** {@return another gateway, {@code null} if not set} */
  public @Nullable URI apiBase() {
    return apiBase;
  }

  /** {@return further request headers, by lower-case name; empty if there are none} */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * {@return how long it may take until there is a connection with room, as in {@link
   * Deadlines#acquire()}; {@code null} if not set}
   */
  public @Nullable Duration acquireDeadline() {
    return acquireDeadline;
  }

  /**
   * {@return how long it may take to the first piece of a streamed answer, as in {@link
   * Deadlines#firstToken()}; {@code null} if not set}
   */
  public @Nullable Duration firstTokenDeadline() {
    return firstTokenDeadline;
  }

  /**
   * {@return how long it may take from one piece to the next, as in {@link Deadlines#idle()};
   * {@code null} if not set}
   */
  public @Nullable Duration idleDeadline() {
    return idleDeadline;
  }

  /**
   * {@return how long the whole call may take, as in {@link Deadlines#total()}; {@code null} if not
   * set}
   */
  public @Nullable Duration totalDeadline() {
    return totalDeadline;
  }

  /** {@return another policy of retries, {@code null} if not set} */
  public @Nullable RetryPolicy retries() {
    return retries;
  }

  /** {@return who is asked, in this order, if the call fails; {@code null} leaves the prompt's} */
  public @Nullable List<Fallback> fallbacks() {
    return fallbacks;
  }

  /**
   * {@return after which time without a sign of the answer a second request races the first; {@code
   * null} if not set}
   */
  public @Nullable Duration hedgeAfter() {
    return hedgeAfter;
  }

  /**
   * {@return marks that listeners and the usage of the client show, as in {@code tenant=acme};
   * empty if there are none}
   */
  public Map<String, String> tags() {
    return tags;
  }

  /** {@return parameters of the URL that chat requests go to, by name; empty if there are none} */
  public Map<String, String> query() {
    return query;
  }

  /** {@return what was decided before the call goes on; {@code null} if it begins} */
  public @Nullable Approvals approvals() {
    return approvals;
  }

  /**
   * {@return what decides if a call is part of an experiment, {@code null} to leave it to chance}
   */
  public @Nullable String experimentKey() {
    return experimentKey;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CallOptions that
            && Objects.equals(model, that.model)
            && parameters.equals(that.parameters)
            && Objects.equals(apiKey, that.apiKey)
            && Objects.equals(apiBase, that.apiBase)
            && headers.equals(that.headers)
            && Objects.equals(acquireDeadline, that.acquireDeadline)
            && Objects.equals(firstTokenDeadline, that.firstTokenDeadline)
            && Objects.equals(idleDeadline, that.idleDeadline)
            && Objects.equals(totalDeadline, that.totalDeadline)
            && Objects.equals(retries, that.retries)
            && Objects.equals(fallbacks, that.fallbacks)
            && Objects.equals(hedgeAfter, that.hedgeAfter)
            && tags.equals(that.tags)
            && query.equals(that.query)
            && Objects.equals(approvals, that.approvals)
            && Objects.equals(experimentKey, that.experimentKey));
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = Objects.hash(model, parameters, apiKey, apiBase, headers, totalDeadline, tags);
      hash = known;
    }
    return known;
  }

  /** Shows what is set; of headers only the names. */
  @Override
  public String toString() {
    Map<String, @Nullable Object> set = new LinkedHashMap<>();
    set.put("model", model);
    set.put("parameters", parameters.equals(Parameters.NONE) ? null : parameters);
    set.put("apiKey", apiKey);
    set.put("apiBase", apiBase);
    set.put("headers", headers.isEmpty() ? null : headers.keySet());
    set.put("acquireDeadline", acquireDeadline);
    set.put("firstTokenDeadline", firstTokenDeadline);
    set.put("idleDeadline", idleDeadline);
    set.put("totalDeadline", totalDeadline);
    set.put("retries", retries);
    set.put("fallbacks", fallbacks);
    set.put("hedgeAfter", hedgeAfter);
    set.put("tags", tags.isEmpty() ? null : tags);
    set.put("query", query.isEmpty() ? null : query);
    set.put("approvals", approvals);
    set.put("experimentKey", experimentKey);
    set.values().removeIf(Objects::isNull);
    return "CallOptions" + set;
  }

  /**
   * Collects {@link CallOptions}. Each method returns this builder and checks its value at once;
   * what is set twice keeps the second value.
   */
  public static final class Builder {
    private @Nullable String model;
    private final Parameters.Builder parameters = Parameters.builder();
    private @Nullable ApiKey apiKey;
    private @Nullable URI apiBase;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Duration acquireDeadline;
    private @Nullable Duration firstTokenDeadline;
    private @Nullable Duration idleDeadline;
    private @Nullable Duration totalDeadline;
    private @Nullable RetryPolicy retries;
    private @Nullable List<Fallback> fallbacks;
    private @Nullable Duration hedgeAfter;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private @Nullable Approvals approvals;
    private @Nullable String experimentKey;

    private Builder() {}

    /** Sets what others set. */
    private Builder set(CallOptions others) {
      model = others.model == null ? model : others.model;
      parameters.parameters(others.parameters);
      apiKey = others.apiKey == null ? apiKey : others.apiKey;
      apiBase = others.apiBase == null ? apiBase : others.apiBase;
      headers.putAll(others.headers);
      acquireDeadline = others.acquireDeadline == null ? acquireDeadline : others.acquireDeadline;
      firstTokenDeadline =
          others.firstTokenDeadline == null ? firstTokenDeadline : others.firstTokenDeadline;
      idleDeadline = others.idleDeadline == null ? idleDeadline : others.idleDeadline;
      totalDeadline = others.totalDeadline == null ? totalDeadline : others.totalDeadline;
      retries = others.retries == null ? retries : others.retries;
      fallbacks = others.fallbacks == null ? fallbacks : new ArrayList<>(others.fallbacks);
      hedgeAfter = others.hedgeAfter == null ? hedgeAfter : others.hedgeAfter;
      tags.putAll(others.tags);
      query.putAll(others.query);
      approvals = others.approvals == null ? approvals : others.approvals;
      experimentKey = others.experimentKey == null ? experimentKey : others.experimentKey;
      return this;
    }

    /**
     * Sets another model.
     *
     * @param model with its {@code gatewayz/} prefix
     * @return this builder
     * @throws IllegalArgumentException if the prefix is missing
     */
    public Builder model(String model) {
      this.model = new ModelName(model).name();
      return this;
    }

    /**
     * Sets another key.
     *
     * @param apiKey the key that pays for the call; white space around it is dropped
     * @return this builder
     * @throws IllegalArgumentException if the key is blank or cannot be sent
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = ApiKey.of(apiKey);
      return this;
    }

    /**
     * Sets another gateway, which gets the key that the call has: the one of these options, else
     * the client's. Name only gateways that may know it; {@link #gateway} sets both.
     *
     * @param apiBase with or without a trailing {@code /} or {@code /v1}
     * @return this builder
     * @throws IllegalArgumentException if this is no {@code http:} or {@code https:} URL
     */
    public Builder apiBase(String apiBase) {
      this.apiBase = ApiBase.uri(apiBase);
      return this;
    }

    /**
     * Sets another gateway and the key for it.
     *
     * @param apiBase with or without a trailing {@code /} or {@code /v1}
     * @param apiKey the key that pays there
     * @return this builder
     * @throws IllegalArgumentException if this is no {@code http:} or {@code https:} URL, or the
     *     key cannot be sent
     */
    public Builder gateway(String apiBase, String apiKey) {
      return apiBase(apiBase).apiKey(apiKey);
    }

    /**
     * Sets a further request header.
     *
     * @param name case does not matter
     * @param value printable ASCII
     * @return this builder
     * @throws IllegalArgumentException if the name is none or one that only the client writes, or
     *     the value cannot be sent
     */
    public Builder header(String name, String value) {
      headers.put(HeaderSyntax.requireName(name), HeaderSyntax.requireValue(name, value));
      return this;
    }

    /**
     * Sets all four deadlines.
     *
     * @param deadlines all of them, in place of the client's
     * @return this builder
     */
    public Builder deadlines(Deadlines deadlines) {
      acquireDeadline = deadlines.acquire();
      firstTokenDeadline = deadlines.firstToken();
      idleDeadline = deadlines.idle();
      totalDeadline = deadlines.total();
      return this;
    }

    /**
     * Sets how long it may take until there is a connection with room.
     *
     * @param acquire above zero
     * @return this builder
     * @throws IllegalArgumentException if it is not above zero
     * @see Deadlines#acquire()
     */
    public Builder acquireDeadline(Duration acquire) {
      acquireDeadline = Deadlines.positive("acquire", acquire);
      return this;
    }

    /**
     * Sets how long it may take to the first piece of a streamed answer.
     *
     * @param firstToken above zero
     * @return this builder
     * @throws IllegalArgumentException if it is not above zero
     * @see Deadlines#firstToken()
     */
    public Builder firstTokenDeadline(Duration firstToken) {
      firstTokenDeadline = Deadlines.positive("firstToken", firstToken);
      return this;
    }

    /**
     * Sets how long it may take from one piece of an answer to the next.
     *
     * @param idle above zero
     * @return this builder
     * @throws IllegalArgumentException if it is not above zero
     * @see Deadlines#idle()
     */
    public Builder idleDeadline(Duration idle) {
      idleDeadline = Deadlines.positive("idle", idle);
      return this;
    }

    /**
     * Sets how long the whole call may take.
     *
     * @param total above zero
     * @return this builder
     * @throws IllegalArgumentException if it is not above zero
     * @see Deadlines#total()
     */
    public Builder totalDeadline(Duration total) {
      totalDeadline = Deadlines.positive("total", total);
      return this;
    }

    /**
     * Sets another policy of retries.
     *
     * @param retries decides after each failure; called on an event loop, so it must not block
     * @return this builder
     */
    public Builder retries(RetryPolicy retries) {
      this.retries = Objects.requireNonNull(retries, "retries");
      return this;
    }

    /**
     * Sets the number of retries, which follow each other as in {@link RetryPolicy#standard}.
     *
     * @param maxRetries how many requests may follow the first, 0 for none
     * @return this builder
     * @throws IllegalArgumentException if it is below 0
     */
    public Builder maxRetries(int maxRetries) {
      return retries(RetryPolicy.standard(maxRetries));
    }

    /**
     * Sets who is asked, in this order, if the call fails; nobody if the list is empty.
     *
     * @param fallbacks in place of the prompt's and of those added here before
     * @return this builder
     */
    public Builder fallbacks(List<Fallback> fallbacks) {
      this.fallbacks = new ArrayList<>(List.copyOf(fallbacks));
      return this;
    }

    /**
     * Adds one more to be asked if those before have failed.
     *
     * @param fallback asked when all before it have failed for good
     * @return this builder
     */
    public Builder fallback(Fallback fallback) {
      if (fallbacks == null) {
        fallbacks = new ArrayList<>();
      }
      fallbacks.add(Objects.requireNonNull(fallback, "fallback"));
      return this;
    }

    /**
     * Sets after which time without a sign of the answer a second request is sent to race the
     * first. The answer that begins first is taken, the other request is cancelled, and both may be
     * billed.
     *
     * @param hedgeAfter above zero
     * @return this builder
     * @throws IllegalArgumentException if it is not above zero
     */
    public Builder hedgeAfter(Duration hedgeAfter) {
      if (hedgeAfter.isNegative() || hedgeAfter.isZero()) {
        throw new IllegalArgumentException(
            "hedgeAfter is " + hedgeAfter + "; it must be above zero.");
      }
      this.hedgeAfter = hedgeAfter;
      return this;
    }

    /**
     * Sets a mark that listeners and the usage of the client show, as in {@code tag("tenant",
     * "acme")}.
     *
     * @param name not blank; a second value under one name replaces the first
     * @param value any text
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder tag(String name, String value) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("The name of a tag is blank.");
      }
      tags.put(name, Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets a parameter of the URL that chat requests go to, as in {@code query("session_id",
     * "42")}, by which Gatewayz puts the messages of a stored conversation before those of the
     * request.
     *
     * @param name not blank; a second value under one name replaces the first
     * @param value as it is meant; it is escaped for the URL
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder query(String name, String value) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("The name of a query parameter is blank.");
      }
      query.put(name, Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets what decides if a call takes an override of its prompt that is for a part of the calls
     * only: with the same key it always does, or never. The key of a user, say; it is not sent.
     *
     * @param key not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     * @see PromptOverrides#share(double)
     */
    public Builder experimentKey(String key) {
      if (key.isBlank()) {
        throw new IllegalArgumentException("The key of an experiment is blank.");
      }
      experimentKey = key;
      return this;
    }

    /**
     * Lets a call go on that waited for somebody, in place of one that begins: its prompt is called
     * again, whatever its arguments are, and tools run as was decided.
     *
     * @param approvals with a verdict for each call that needs one
     * @return this builder
     * @throws IllegalArgumentException if something is not decided yet
     */
    public Builder approvals(Approvals approvals) {
      if (!approvals.isComplete()) {
        throw new IllegalArgumentException(
            "Not everything is decided: " + approvals + ". Approve or reject each of wanted().");
      }
      this.approvals = approvals;
      return this;
    }

    /**
     * Sets all parameters that {@code parameters} sets.
     *
     * @param parameters those it leaves unset stay as they are here
     * @return this builder
     */
    public Builder parameters(Parameters parameters) {
      this.parameters.parameters(parameters);
      return this;
    }

    /**
     * Sets how random the answer is.
     *
     * @param temperature 0 to 2, see {@link Parameters.Builder#temperature(double)}
     * @return this builder
     */
    public Builder temperature(double temperature) {
      parameters.temperature(temperature);
      return this;
    }

    /**
     * Sets the share of probability mass that tokens are drawn from.
     *
     * @param topP 0 to 1, see {@link Parameters.Builder#topP(double)}
     * @return this builder
     */
    public Builder topP(double topP) {
      parameters.topP(topP);
      return this;
    }

    /**
     * Sets the most tokens that the answer may have.
     *
     * @param maxTokens at least 1, see {@link Parameters.Builder#maxTokens(int)}
     * @return this builder
     */
    public Builder maxTokens(int maxTokens) {
      parameters.maxTokens(maxTokens);
      return this;
    }

    /**
     * Sets how much a token is held back by its count so far.
     *
     * @param frequencyPenalty −2 to 2, see {@link Parameters.Builder#frequencyPenalty(double)}
     * @return this builder
     */
    public Builder frequencyPenalty(double frequencyPenalty) {
      parameters.frequencyPenalty(frequencyPenalty);
      return this;
    }

    /**
     * Sets how much a token is held back once it has occurred.
     *
     * @param presencePenalty −2 to 2, see {@link Parameters.Builder#presencePenalty(double)}
     * @return this builder
     */
    public Builder presencePenalty(double presencePenalty) {
      parameters.presencePenalty(presencePenalty);
      return this;
    }

    /**
     * Sets texts that end the answer where they would appear.
     *
     * @param stop up to four, see {@link Parameters.Builder#stop(String...)}
     * @return this builder
     */
    public Builder stop(String... stop) {
      parameters.stop(stop);
      return this;
    }

    /**
     * Sets how many answers to draw.
     *
     * @param n at least 1, see {@link Parameters.Builder#n(int)}
     * @return this builder
     */
    public Builder n(int n) {
      parameters.n(n);
      return this;
    }

    /**
     * Asks the model to repeat itself.
     *
     * @param seed any value, see {@link Parameters.Builder#seed(long)}
     * @return this builder
     */
    public Builder seed(long seed) {
      parameters.seed(seed);
      return this;
    }

    /**
     * Sets a stable name for the end user.
     *
     * @param endUser as the wire's {@code user}, see {@link Parameters.Builder#endUser(String)}
     * @return this builder
     */
    public Builder endUser(String endUser) {
      parameters.endUser(endUser);
      return this;
    }

    /**
     * Sets how much a reasoning model is to think.
     *
     * @param reasoningEffort as in {@code low}, see {@link
     *     Parameters.Builder#reasoningEffort(String)}
     * @return this builder
     */
    public Builder reasoningEffort(String reasoningEffort) {
      parameters.reasoningEffort(reasoningEffort);
      return this;
    }

    /**
     * Sets a further member of the request body.
     *
     * @param name the wire name, see {@link Parameters.Builder#extra(String, String)}
     * @param json the value as JSON text, {@code null} to take the member back
     * @return this builder
     */
    public Builder extra(String name, @Nullable String json) {
      parameters.extra(name, json);
      return this;
    }

    /** {@return what was collected} */
    public CallOptions build() {
      CallOptions built = new CallOptions(this);
      return built.equals(NONE) ? NONE : built;
    }
  }
}
