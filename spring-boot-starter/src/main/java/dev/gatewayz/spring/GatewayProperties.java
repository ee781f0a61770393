package dev.gatewayz.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one client is built from.
 *
 * @param apiKey The key of the gateway. Default: GATEWAYZ_API_KEY.
 * @param apiBase Where the gateway is. Default: GATEWAYZ_API_BASE, or https://api.gatewayz.com.
 * @param headers Further headers of every request.
 * @param extra Further members of every request's body, their values as JSON.
 * @param options How calls are made whose prompt does not say.
 * @param connection How the gateway is reached.
 * @param limits How many calls may be made at once and in a time.
 * @param budgets What calls may use.
 * @param prices What models cost in US dollars for a million tokens, by model, where the gateway
 *     does not say.
 * @param autoWebSearch Whether the gateway may search the web for an answer by itself.
 * @param promptsInErrors Whether exceptions may show prompts and answers.
 * @param toolTimeout How long a tool may run.
 * @param prompts How the calls of some prompts are made, by the simple or qualified name of an
 *     interface, or by the id of a prompt. Interfaces that stand here belong to this gateway.
 * @param promptOverrides A file of templates that take the place of compiled ones in experiments,
 *     of interfaces compiled with -Agatewayz.overrides=true.
 */
public record GatewayProperties(
    @Nullable String apiKey,
    @Nullable String apiBase,
    @DefaultValue Map<String, String> headers,
    @DefaultValue Map<String, String> extra,
    @DefaultValue OptionProperties options,
    @DefaultValue ConnectionProperties connection,
    @DefaultValue LimitProperties limits,
    @DefaultValue List<BudgetProperties> budgets,
    @DefaultValue Map<String, PriceProperties> prices,
    @Nullable Boolean autoWebSearch,
    @Nullable Boolean promptsInErrors,
    @Nullable Duration toolTimeout,
    @DefaultValue Map<String, OptionProperties> prompts,
    @Nullable Path promptOverrides) {}
