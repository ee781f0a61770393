package dev.gatewayz.spring;

import dev.gatewayz.usage.Budget;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What calls may use within a window; one of calls, tokens and cost is given.
 *
 * @param name As errors name it.
 * @param calls How many calls.
 * @param tokens How many tokens.
 * @param cost How many US dollars.
 * @param window The time after which it begins anew.
 * @param zone Begins anew with each calendar day of this time zone.
 * @param prompt Only calls of the prompt with this id count.
 */
public record BudgetProperties(
    String name,
    @Nullable Long calls,
    @Nullable Long tokens,
    @Nullable String cost,
    @DefaultValue("1d") Duration window,
    @Nullable ZoneId zone,
    @Nullable String prompt) {

  Budget toBudget() {
    Budget budget = limit();
    if (zone != null) {
      budget = budget.onCalendarDaysOf(zone);
    }
    return prompt == null ? budget : budget.forPrompt(prompt);
  }

  private Budget limit() {
    if (cost != null && calls == null && tokens == null) {
      return Budget.cost(name, cost, window);
    }
    if (tokens != null && calls == null && cost == null) {
      return Budget.tokens(name, tokens, window);
    }
    if (calls != null && tokens == null && cost == null) {
      return Budget.calls(name, calls, window);
    }
    throw new IllegalArgumentException(
        "The budget \"" + name + "\" needs one of calls, tokens and cost.");
  }
}
