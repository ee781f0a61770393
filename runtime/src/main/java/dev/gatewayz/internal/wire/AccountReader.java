package dev.gatewayz.internal.wire;

import dev.gatewayz.gateway.Balance;
import dev.gatewayz.gateway.Health;
import dev.gatewayz.gateway.KeyLimits;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the gateway tells about itself and about a key. A document without what it is for is
 * {@code null}.
 */
public final class AccountReader {
  private static final Set<String> OF_BALANCE =
      Set.of(
          "api_key",
          "credits",
          "status",
          "tokens_remaining",
          "requests_remaining",
          "trial_end_date");
  private static final Set<String> OF_LIMITS = Set.of("api_key", "status", "current_limits");

  private AccountReader() {}

  /** Reads {@code GET /health}. */
  public static @Nullable Health health(byte[] bytes, int length) {
    Document document = Document.of(bytes, length);
    String status = document == null ? null : document.text("status");
    return document == null || status == null
        ? null
        : Health.builder()
            .status(status)
            .version(document.text("version"))
            .mode(document.text("mode"))
            .build();
  }

  /** Reads {@code GET /user/balance}. */
  public static @Nullable Balance balance(byte[] bytes, int length) {
    Document document = Document.of(bytes, length);
    BigDecimal credits = document == null ? null : document.decimal("credits");
    return document == null || credits == null
        ? null
        : Balance.builder()
            .credits(credits)
            .status(document.text("status"))
            .trialTokens(document.whole("tokens_remaining"))
            .trialRequests(document.whole("requests_remaining"))
            .trialEnd(document.text("trial_end_date"))
            .extra(document.without(OF_BALANCE))
            .build();
  }

  /** Reads {@code GET /user/limit}. */
  public static @Nullable KeyLimits limits(byte[] bytes, int length) {
    Document document = Document.of(bytes, length);
    if (document == null || document.object("current_limits").members().isEmpty()) {
      return null;
    }
    Document limits = document.object("current_limits");
    Document usage = document.object("current_usage");
    return KeyLimits.builder()
        .requestsPerMinute(limits.whole("requests_per_minute"))
        .requestsPerHour(limits.whole("requests_per_hour"))
        .requestsPerDay(limits.whole("requests_per_day"))
        .tokensPerMinute(limits.whole("tokens_per_minute"))
        .tokensPerHour(limits.whole("tokens_per_hour"))
        .tokensPerDay(limits.whole("tokens_per_day"))
        .allowed(!Boolean.FALSE.equals(usage.members().get("allowed")))
        .reason(usage.text("reason"))
        .extra(document.without(OF_LIMITS))
        .build();
  }
}
