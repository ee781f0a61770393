package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model in the gateway's catalogue. Mirrors an element of {@code GET /v1/models}. A model that
 * several providers have is there once for each. Immutable.
 */
public sealed interface Model permits ModelValue {

  /** With its {@code gatewayz/} prefix, as a prompt names it. */
  String name();

  /** Its name for people, {@code null} if the gateway does not say. */
  @Nullable String displayName();

  /** Who runs it, as in {@code openrouter}; {@code null} if the gateway does not say. */
  @Nullable String provider();

  /** Whose model it is, {@code null} if the gateway does not say. */
  @Nullable String ownedBy();

  /**
   * What goes in and comes out, as in {@code text->text}; {@code null} if the gateway does not say.
   */
  @Nullable String modality();

  /** How the gateway says it is, as in {@code healthy}; {@code null} if it does not say. */
  @Nullable String healthStatus();

  /** How many tokens prompt and answer may have together, 0 if unknown. */
  long contextLength();

  /**
   * US dollars for a token of the prompt as the catalogue has it, {@code null} if unknown. Gatewayz
   * bills more than that: a quarter, unless it says otherwise.
   */
  @Nullable BigDecimal promptPrice();

  /** US dollars for a token of the answer as the catalogue has it, {@code null} if unknown. */
  @Nullable BigDecimal completionPrice();

  /** US dollars for a token of the prompt that is read from a cache, {@code null} if unknown. */
  @Nullable BigDecimal cacheReadPrice();

  /** US dollars for a token of the prompt that is written into a cache, {@code null} if unknown. */
  @Nullable BigDecimal cacheWritePrice();

  /**
   * What it can, by the wire names {@code tools}, {@code vision}, {@code prompt_caching}, {@code
   * streaming} and what may be added to them; empty if unknown.
   */
  Set<String> capabilities();

  /** The wire names of the parameters it takes, empty if unknown. */
  List<String> supportedParameters();

  /** The members that this library does not know, each value as JSON text. */
  Map<String, String> extra();

  /** Whether it is said to have a {@linkplain #capabilities() capability}. */
  default boolean can(String capability) {
    return capabilities().contains(capability);
  }

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .name(name())
        .displayName(displayName())
        .provider(provider())
        .ownedBy(ownedBy())
        .modality(modality())
        .healthStatus(healthStatus())
        .contextLength(contextLength())
        .promptPrice(promptPrice())
        .completionPrice(completionPrice())
        .cacheReadPrice(cacheReadPrice())
        .cacheWritePrice(cacheWritePrice())
        .capabilities(capabilities())
        .supportedParameters(supportedParameters())
        .extra(extra());
  }

  /** Collects a {@link Model}. Each method returns this builder. */
  final class Builder {
    private String name = "";
    private @Nullable String displayName;
    private @Nullable String provider;
    private @Nullable String ownedBy;
    private @Nullable String modality;
    private @Nullable String healthStatus;
    private long contextLength;
    private @Nullable BigDecimal promptPrice;
    private @Nullable BigDecimal completionPrice;
    private @Nullable BigDecimal cacheReadPrice;
    private @Nullable BigDecimal cacheWritePrice;
    private Set<String> capabilities = Set.of();
    private List<String> supportedParameters = List.of();
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /** See {@link Model#name()}. Default: empty. */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /** See {@link Model#displayName()}. Default: none. */
    public Builder displayName(@Nullable String displayName) {
      this.displayName = displayName;
      return this;
    }

    /** See {@link Model#provider()}. Default: none. */
    public Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    /** See {@link Model#ownedBy()}. Default: none. */
    public Builder ownedBy(@Nullable String ownedBy) {
      this.ownedBy = ownedBy;
      return this;
    }

    /** See {@link Model#modality()}. Default: none. */
    public Builder modality(@Nullable String modality) {
      this.modality = modality;
      return this;
    }

    /** See {@link Model#healthStatus()}. Default: none. */
    public Builder healthStatus(@Nullable String healthStatus) {
      this.healthStatus = healthStatus;
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

    /** See {@link Model#cacheReadPrice()}. Default: none. */
    public Builder cacheReadPrice(@Nullable BigDecimal cacheReadPrice) {
      this.cacheReadPrice = cacheReadPrice;
      return this;
    }

    /** See {@link Model#cacheWritePrice()}. Default: none. */
    public Builder cacheWritePrice(@Nullable BigDecimal cacheWritePrice) {
      this.cacheWritePrice = cacheWritePrice;
      return this;
    }

    /** See {@link Model#capabilities()}. Default: empty. */
    public Builder capabilities(Set<String> capabilities) {
      this.capabilities = Objects.requireNonNull(capabilities, "capabilities");
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
          name,
          displayName,
          provider,
          ownedBy,
          modality,
          healthStatus,
          contextLength,
          promptPrice,
          completionPrice,
          cacheReadPrice,
          cacheWritePrice,
          capabilities,
          supportedParameters,
          extra);
    }
  }
}
