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
 */
public record UsedTokens(@Nullable Usage usage, @Nullable GatewayUsage gatewayUsage) {

  /** Nothing was reported. */
  public static final UsedTokens NONE = new UsedTokens(null, null);

  /** With those of an answer that has ended, whole or not. */
  public UsedTokens plus(Content content) {
    Usage more = content.usage();
    GatewayUsage gatewayMore = content.gatewayUsage();
    return more == null && gatewayMore == null
        ? this
        : new UsedTokens(sum(usage, more), sum(gatewayUsage, gatewayMore));
  }

  /** The last answer, with what all of them used. */
  ChatCompletion in(ChatCompletion last) {
    boolean isAll =
        Objects.equals(usage, last.usage()) && Objects.equals(gatewayUsage, last.gatewayUsage());
    return isAll
        ? last
        : new ChatCompletion(
            last.id(),
            last.object(),
            last.created(),
            last.model(),
            last.choices(),
            usage,
            gatewayUsage);
  }

  private static @Nullable Usage sum(@Nullable Usage one, @Nullable Usage other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new Usage(
        one.promptTokens() + other.promptTokens(),
        one.completionTokens() + other.completionTokens(),
        one.totalTokens() + other.totalTokens(),
        one.cachedTokens() + other.cachedTokens(),
        one.cacheWriteTokens() + other.cacheWriteTokens(),
        one.reasoningTokens() + other.reasoningTokens());
  }

  private static @Nullable GatewayUsage sum(
      @Nullable GatewayUsage one, @Nullable GatewayUsage other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    BigDecimal cost =
        one.cost() == null
            ? other.cost()
            : other.cost() == null ? one.cost() : one.cost().add(other.cost());
    return new GatewayUsage(other.provider(), cost);
  }
}
