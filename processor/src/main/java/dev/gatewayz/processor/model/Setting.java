package dev.gatewayz.processor.model;

/** A member of the request that an annotation sets, in the order in which it is sent. */
public enum Setting {
  TEMPERATURE("temperature", "temperature", 0, 2),
  TOP_P("topP", "top_p", 0, 1),
  MAX_TOKENS("maxTokens", "max_tokens", 1, Double.POSITIVE_INFINITY),
  FREQUENCY_PENALTY("frequencyPenalty", "frequency_penalty", -2, 2),
  PRESENCE_PENALTY("presencePenalty", "presence_penalty", -2, 2),
  STOP("stop", "stop"),
  N("n", "n", 1, Double.POSITIVE_INFINITY),
  SEED("seed", "seed"),
  USER("user", "user"),
  REASONING_EFFORT("reasoningEffort", "reasoning_effort");

  private final String attribute;
  private final String wireName;
  private final double least;
  private final double most;

  Setting(String attribute, String wireName) {
    this(attribute, wireName, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  Setting(String attribute, String wireName, double least, double most) {
    this.attribute = attribute;
    this.wireName = wireName;
    this.least = least;
    this.most = most;
  }

  /** What it is called in annotations. */
  public String attribute() {
    return attribute;
  }

  /** What it is called in requests. */
  public String wireName() {
    return wireName;
  }

  /** Whether a number is within the range that the gateway takes. */
  public boolean allows(double number) {
    return number >= least && number <= most;
  }

  /** The range, as in {@code between 0 and 2}. */
  public String range() {
    return most == Double.POSITIVE_INFINITY
        ? "at least " + (int) least
        : "between " + (int) least + " and " + (int) most;
  }
}
