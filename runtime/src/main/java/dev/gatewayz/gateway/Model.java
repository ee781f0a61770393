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

  /** {@return its name with its {@code gatewayz/} prefix, as a prompt names it} */
  String name();

  /** {@return its name for people, {@code null} if the gateway does not say} */
  @Nullable String displayName();

  /** {@return who runs it, as in {@code openrouter}; {@code null} if the gateway does not say} */
  @Nullable String provider();

  /** {@return whose model it is, {@code null} if the gateway does not say} */
  @Nullable String ownedBy();

  /**
   * {@return what goes in and comes out, as in {@code text->text}; {@code null} if the gateway does
   * not say}
   */
  @Nullable String modality();

  /**
   * {@return how the gateway says it is, as in {@code healthy}; {@code null} if it does not say}
   */
  @Nullable String healthStatus();

  /** {@return how many tokens prompt and answer may have together, 0 if unknown} */
  long contextLength();

  /**
   * {@return US dollars for a token of the prompt as the catalogue has it, {@code null} if unknown}
   * Gatewayz bills more than that: a quarter, unless it says otherwise.
   */
  @Nullable BigDecimal promptPrice();

  /**
   * {@return US dollars for a token of the answer as the catalogue has it, {@code null} if unknown}
   */
  @Nullable BigDecimal completionPrice();

  /**
   * {@return US dollars for a token of the prompt that is read from a cache, {@code null} if
   * unknown}
   */
  @Nullable BigDecimal cacheReadPrice();

  /**
   * {@return US dollars for a token of the prompt that is written into a cache, {@code null} if
   * unknown}
   */
  @Nullable BigDecimal cacheWritePrice();

  /**
   * {@return what it can, by the wire names {@code tools}, {@code vision}, {@code prompt_caching},
   * {@code streaming} and what may be added to them; empty if unknown}
   */
  Set<String> capabilities();

  /** {@return the wire names of the parameters it takes, empty if unknown} */
  List<String> supportedParameters();

  /** {@return the members that this library does not know, each value as JSON text} */
  Map<String, String> extra();

  /**
   * {@return whether it is said to have a {@linkplain #capabilities() capability}}
   *
   * @param capability as in {@code tools}
   */
  default boolean can(String capability) {
    return capabilities().contains(capability);
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a model without name
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link Model#name()}. Default: empty.
     *
     * @param name its name with its {@code gatewayz/} prefix, as a prompt names it
     * @return this builder
     */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Sets {@link Model#displayName()}. Default: none.
     *
     * @param displayName its name for people, {@code null} if the gateway does not say
     * @return this builder
     */
    public Builder displayName(@Nullable String displayName) {
      this.displayName = displayName;
      return this;
    }

    /**
     * Sets {@link Model#provider()}. Default: none.
     *
     * @param provider who runs it, as in {@code openrouter}; {@code null} if the gateway does not
     *     say
     * @return this builder
     */
    public Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    /**
     * Sets {@link Model#ownedBy()}. Default: none.
     *
     * @param ownedBy whose model it is, {@code null} if the gateway does not say
     * @return this builder
     */
    public Builder ownedBy(@Nullable String ownedBy) {
      this.ownedBy = ownedBy;
      return this;
    }

    /**
     * Sets {@link Model#modality()}. Default: none.
     *
     * @param modality what goes in and comes out, as in {@code text->text}; {@code null} if the
     *     gateway does not say
     * @return this builder
     */
    public Builder modality(@Nullable String modality) {
      this.modality = modality;
      return this;
    }

    /**
     * Sets {@link Model#healthStatus()}. Default: none.
     *
     * @param healthStatus how the gateway says it is, as in {@code healthy}; {@code null} if it
     *     does not say
     * @return this builder
     */
    public Builder healthStatus(@Nullable String healthStatus) {
      this.healthStatus = healthStatus;
      return this;
    }

    /**
     * Sets {@link Model#contextLength()}. Default: 0.
     *
     * @param contextLength how many tokens prompt and answer may have together, 0 if unknown
     * @return this builder
     */
    public Builder contextLength(long contextLength) {
      this.contextLength = contextLength;
      return this;
    }

    /**
     * Sets {@link Model#promptPrice()}. Default: none.
     *
     * @param promptPrice US dollars for a token of the prompt as the catalogue has it, {@code null}
     *     if unknown
     * @return this builder
     */
    public Builder promptPrice(@Nullable BigDecimal promptPrice) {
      this.promptPrice = promptPrice;
      return this;
    }

    /**
     * Sets {@link Model#completionPrice()}. Default: none.
     *
     * @param completionPrice US dollars for a token of the answer as the catalogue has it, {@code
     *     null} if unknown
     * @return this builder
     */
    public Builder completionPrice(@Nullable BigDecimal completionPrice) {
      this.completionPrice = completionPrice;
      return this;
    }

    /**
     * Sets {@link Model#cacheReadPrice()}. Default: none.
     *
     * @param cacheReadPrice US dollars for a token of the prompt that is read from a cache, {@code
     *     null} if unknown
     * @return this builder
     */
    public Builder cacheReadPrice(@Nullable BigDecimal cacheReadPrice) {
      this.cacheReadPrice = cacheReadPrice;
      return this;
    }

    /**
     * Sets {@link Model#cacheWritePrice()}. Default: none.
     *
     * @param cacheWritePrice US dollars for a token of the prompt that is written into a cache,
     *     {@code null} if unknown
     * @return this builder
     */
    public Builder cacheWritePrice(@Nullable BigDecimal cacheWritePrice) {
      this.cacheWritePrice = cacheWritePrice;
      return this;
    }

    /**
     * Sets {@link Model#capabilities()}. Default: empty.
     *
     * @param capabilities what it can, by the wire names {@code tools}, {@code vision}, {@code
     *     prompt_caching}, {@code streaming} and what may be added to them
     * @return this builder
     */
    public Builder capabilities(Set<String> capabilities) {
      this.capabilities = Objects.requireNonNull(capabilities, "capabilities");
      return this;
    }

    /**
     * Sets {@link Model#supportedParameters()}. Default: empty.
     *
     * @param supportedParameters the wire names of the parameters it takes, empty if unknown
     * @return this builder
     */
    public Builder supportedParameters(List<String> supportedParameters) {
      this.supportedParameters = Objects.requireNonNull(supportedParameters, "supportedParameters");
      return this;
    }

    /**
     * Sets {@link Model#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, each value as JSON text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
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
