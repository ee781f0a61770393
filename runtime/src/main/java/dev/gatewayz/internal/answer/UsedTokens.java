package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one call used together: those of one answer as a rule, more with tools and
 * corrections.
 *
 * @param usage the tokens, {@code null} if none were reported
 * @param gatewayUsage what Gatewayz added, {@code null} if it added nothing
 * @param cost what they cost in US dollars, as reported or by the price table; {@code null} if
 *     nobody knows
 */
public record UsedTokens(
    @Nullable Usage usage, @Nullable GatewayUsage gatewayUsage, @Nullable BigDecimal cost) {

  /** Nothing was reported. */
  public static final UsedTokens NONE = new UsedTokens(null, null, null);

  /**
   * With those of an answer that has ended, whole or not.
   *
   * @param price what that cost, {@code null} if nobody knows
   */
  public UsedTokens plus(Content content, @Nullable BigDecimal price) {
    Usage more = content.usage();
    GatewayUsage gatewayMore = content.gatewayUsage();
    return more == null && gatewayMore == null && price == null
        ? this
        : new UsedTokens(sum(usage, more), sum(gatewayUsage, gatewayMore), sum(cost, price));
  }

  /** The last answer, with what all of them used. */
  ChatCompletion in(ChatCompletion last) {
    boolean isAll =
        Objects.equals(usage, last.usage()) && Objects.equals(gatewayUsage, last.gatewayUsage());
    return isAll ? last : last.toBuilder().usage(usage).gatewayUsage(gatewayUsage).build();
  }

  private static @Nullable Usage sum(@Nullable Usage one, @Nullable Usage other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Usage.builder()
        .promptTokens(one.promptTokens() + other.promptTokens())
        .completionTokens(one.completionTokens() + other.completionTokens())
        .totalTokens(one.totalTokens() + other.totalTokens())
        .cachedTokens(one.cachedTokens() + other.cachedTokens())
        .cacheWriteTokens(one.cacheWriteTokens() + other.cacheWriteTokens())
        .reasoningTokens(one.reasoningTokens() + other.reasoningTokens())
        .cost(sum(one.cost(), other.cost()))
        .build();
  }

  private static @Nullable GatewayUsage sum(
      @Nullable GatewayUsage one, @Nullable GatewayUsage other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return GatewayUsage.builder()
        .provider(other.provider())
        .cost(sum(one.cost(), other.cost()))
        .build();
  }

  private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other : other == null ? one : one.add(other);
  }
}
