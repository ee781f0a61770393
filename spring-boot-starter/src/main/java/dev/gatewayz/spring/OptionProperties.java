package dev.gatewayz.spring;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls are made; each counts over what the annotations say.
 *
 * @param model The model that is asked, as in gatewayz/openai/gpt-4o-mini.
 * @param temperature From 0 to 2.
 * @param topP From 0 to 1.
 * @param maxTokens The most tokens of an answer.
 * @param seed For answers that can be repeated.
 * @param reasoningEffort As in low.
 * @param endUser The user of the application, as the gateway may tell the provider.
 * @param maxRetries How often a failed call is repeated.
 * @param hedgeAfter When a second request races one that has not been answered.
 * @param deadlines How long calls may take.
 * @param fallbacks Models that are asked in turn when one fails.
 * @param headers Further headers.
 * @param tags By which usage is told apart.
 */
public record OptionProperties(
    @Nullable String model,
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Integer maxTokens,
    @Nullable Long seed,
    @Nullable String reasoningEffort,
    @Nullable String endUser,
    @Nullable Integer maxRetries,
    @Nullable Duration hedgeAfter,
    @DefaultValue DeadlineProperties deadlines,
    @DefaultValue List<String> fallbacks,
    @DefaultValue Map<String, String> headers,
    @DefaultValue Map<String, String> tags) {

  CallOptions toOptions() {
    CallOptions.Builder options = CallOptions.builder();
    set(model, options::model);
    set(temperature, options::temperature);
    set(topP, options::topP);
    set(maxTokens, options::maxTokens);
    set(seed, options::seed);
    set(reasoningEffort, options::reasoningEffort);
    set(endUser, options::endUser);
    set(maxRetries, options::maxRetries);
    set(hedgeAfter, options::hedgeAfter);
    set(deadlines.acquire(), options::acquireDeadline);
    set(deadlines.firstToken(), options::firstTokenDeadline);
    set(deadlines.idle(), options::idleDeadline);
    set(deadlines.total(), options::totalDeadline);
    if (!fallbacks.isEmpty()) {
      options.fallbacks(fallbacks.stream().map(Fallback::model).toList());
    }
    headers.forEach(options::header);
    tags.forEach(options::tag);
    return options.build();
  }

  static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
