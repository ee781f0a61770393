package dev.gatewayz.spring;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    Property.set("model", model, options::model);
    Property.set("temperature", temperature, options::temperature);
    Property.set("top-p", topP, options::topP);
    Property.set("max-tokens", maxTokens, options::maxTokens);
    Property.set("seed", seed, options::seed);
    Property.set("reasoning-effort", reasoningEffort, options::reasoningEffort);
    Property.set("end-user", endUser, options::endUser);
    Property.set("max-retries", maxRetries, options::maxRetries);
    Property.set("hedge-after", hedgeAfter, options::hedgeAfter);
    Property.set("deadlines.acquire", deadlines.acquire(), options::acquireDeadline);
    Property.set("deadlines.first-token", deadlines.firstToken(), options::firstTokenDeadline);
    Property.set("deadlines.idle", deadlines.idle(), options::idleDeadline);
    Property.set("deadlines.total", deadlines.total(), options::totalDeadline);
    if (!fallbacks.isEmpty()) {
      Property.set(
          "fallbacks",
          fallbacks,
          models -> options.fallbacks(models.stream().map(Fallback::model).toList()));
    }
    headers.forEach(options::header);
    tags.forEach(options::tag);
    return options.build();
  }
}
