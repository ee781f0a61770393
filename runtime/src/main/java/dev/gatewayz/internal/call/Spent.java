package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the answers of one call cost together: one as a rule, more with tools and corrections. */
final class Spent {
  private @Nullable Usage usage;
  private @Nullable GatewayUsage gatewayUsage;
  private int answers;

  void add(@Nullable Usage more, @Nullable GatewayUsage gatewayMore) {
    answers++;
    usage = usage == null ? more : more == null ? usage : sum(usage, more);
    gatewayUsage =
        gatewayUsage == null
            ? gatewayMore
            : gatewayMore == null ? gatewayUsage : sum(gatewayUsage, gatewayMore);
  }

  @Nullable Usage usage() {
    return usage;
  }

  @Nullable GatewayUsage gatewayUsage() {
    return gatewayUsage;
  }

  /** The last answer, with what all of them cost. */
  ChatCompletion in(ChatCompletion last) {
    return answers == 1
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

  private static Usage sum(Usage one, Usage other) {
    return new Usage(
        one.promptTokens() + other.promptTokens(),
        one.completionTokens() + other.completionTokens(),
        one.totalTokens() + other.totalTokens(),
        one.cachedTokens() + other.cachedTokens(),
        one.cacheWriteTokens() + other.cacheWriteTokens(),
        one.reasoningTokens() + other.reasoningTokens());
  }

  private static GatewayUsage sum(GatewayUsage one, GatewayUsage other) {
    BigDecimal cost =
        one.cost() == null
            ? other.cost()
            : other.cost() == null ? one.cost() : one.cost().add(other.cost());
    return new GatewayUsage(other.provider(), cost);
  }
}
