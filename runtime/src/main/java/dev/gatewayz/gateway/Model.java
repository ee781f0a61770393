package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A model in the gateway's catalogue. Mirrors an element of {@code GET /v1/models}. Immutable. */
public sealed interface Model permits ModelValue {

  /** With its {@code gatewayz/} prefix, as a prompt names it. */
  String name();

  /** Whose model it is, {@code null} if the gateway does not say. */
  @Nullable String ownedBy();

  /** How many tokens prompt and answer may have together, 0 if unknown. */
  long contextLength();

  /** US dollars for a token of the prompt, {@code null} if unknown. */
  @Nullable BigDecimal promptPrice();

  /** US dollars for a token of the answer, {@code null} if unknown. */
  @Nullable BigDecimal completionPrice();

  /** The wire names of the parameters it takes, empty if unknown. */
  List<String> supportedParameters();

  /** The members that this library does not know, each value as JSON text. */
  Map<String, String> extra();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .name(name())
        .ownedBy(ownedBy())
        .contextLength(contextLength())
        .promptPrice(promptPrice())
        .completionPrice(completionPrice())
        .supportedParameters(supportedParameters())
        .extra(extra());
  }

  /** Collects a {@link Model}. Each method returns this builder. */
  final class Builder {
    private String name = "";
    private @Nullable String ownedBy;
    private long contextLength;
    private @Nullable BigDecimal promptPrice;
    private @Nullable BigDecimal completionPrice;
    private List<String> supportedParameters = List.of();
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /** See {@link Model#name()}. Default: empty. */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /** See {@link Model#ownedBy()}. Default: none. */
    public Builder ownedBy(@Nullable String ownedBy) {
      this.ownedBy = ownedBy;
      return this;
    }

    /** See {@link Model#contextLength()}. Default: 0. */
    public Builder contextLength(long contextLength) {
      this.contextLength = contextLength;
      return this;
    }

    /** See {@link Model#promptPrice()}. Default: none. */
    public Builder promptPrice(@Nullable BigDecimal promptPrice) {
      this.promptPrice = promptPrice;
      return this;
    }

    /** See {@link Model#completionPrice()}. Default: none. */
    public Builder completionPrice(@Nullable BigDecimal completionPrice) {
      this.completionPrice = completionPrice;
      return this;
    }

    /** See {@link Model#supportedParameters()}. Default: empty. */
    public Builder supportedParameters(List<String> supportedParameters) {
      this.supportedParameters = Objects.requireNonNull(supportedParameters, "supportedParameters");
      return this;
    }

    /** See {@link Model#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
    public Model build() {
      return new ModelValue(
          name, ownedBy, contextLength, promptPrice, completionPrice, supportedParameters, extra);
    }
  }
}
