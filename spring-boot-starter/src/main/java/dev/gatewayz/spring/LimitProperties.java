package dev.gatewayz.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many calls may be made.
 *
 * @param maxConcurrentCalls How many may be under way at once.
 * @param maxWaitingCalls How many more may wait for their turn.
 * @param callRate How many may begin within the period.
 * @param callRatePeriod The period of the call rate.
 * @param waitForRateLimit Whether calls wait while the gateway says that its limit is reached.
 */
public record LimitProperties(
    @Nullable Integer maxConcurrentCalls,
    @Nullable Integer maxWaitingCalls,
    @Nullable Integer callRate,
    @DefaultValue("1s") Duration callRatePeriod,
    @Nullable Boolean waitForRateLimit) {}
