package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a {@code usage} says, as a reader found it. Reused; belongs to its reader. */
final class UsageFields {
  long prompt;
  long completion;
  long total;
  long cached;
  long cacheWrite;
  long reasoning;
  @Nullable BigDecimal cost;
  final UnknownMembers unknown = new UnknownMembers();

  /** Forgets everything. */
  UsageFields clear() {
    prompt = 0;
    completion = 0;
    total = -1;
    cached = 0;
    cacheWrite = 0;
    reasoning = 0;
    cost = null;
    unknown.clear();
    return this;
  }

  /** There may be several names of it; what says nothing takes nothing back. */
  void cost(@Nullable BigDecimal said) {
    cost = said == null ? cost : said;
  }

  /** What was said; {@code null} if that is nothing, for zero would be said. */
  @Nullable Usage toUsage() {
    if (total < 0 && prompt == 0 && completion == 0 && cached == 0 && cost == null) {
      return null;
    }
    return Usage.builder()
        .promptTokens(prompt)
        .completionTokens(completion)
        .totalTokens(total < 0 ? prompt + completion : total)
        .cachedTokens(cached)
        .cacheWriteTokens(cacheWrite)
        .reasoningTokens(reasoning)
        .cost(cost)
        .extra(unknown.toMap())
        .build();
  }
}
