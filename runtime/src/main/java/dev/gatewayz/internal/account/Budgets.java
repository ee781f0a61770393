package dev.gatewayz.internal.account;

import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.account.BudgetLedger.Reservation;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.BudgetState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The budgets of a client. Thread-safe. */
public final class Budgets {
  private static final int BYTES_PER_TOKEN = 4;

  private final List<BudgetLedger> ledgers;
  private final AtomicBoolean hasWarned = new AtomicBoolean();

  /** Budgets of which nothing is used. */
  public Budgets(List<Budget> budgets) {
    List<BudgetLedger> all = new ArrayList<>(budgets.size());
    for (Budget budget : budgets) {
      all.add(new BudgetLedger(budget));
    }
    ledgers = List.copyOf(all);
  }

  /**
   * Reports budgets for prompts of an interface which it does not have.
   *
   * @param client the interface; the ids of its prompts begin with its name
   * @param ids the ids of its prompts
   */
  public void know(String client, String... ids) {
    List<String> known = List.of(ids);
    for (BudgetLedger ledger : ledgers) {
      String id = ledger.budget().promptId();
      if (id != null && id.startsWith(client + ".") && !known.contains(id)) {
        throw new IllegalArgumentException(
            "The budget \""
                + ledger.budget().name()
                + "\" is for the prompt "
                + id
                + ", which does not exist. Prompts of "
                + client
                + ": "
                + String.join(", ", known)
                + ".");
      }
    }
  }

  /** How far they are used at this moment. */
  public List<BudgetState> states() {
    return ledgers.stream().map(BudgetLedger::state).toList();
  }

  /**
   * Reserves what a call will probably use.
   *
   * @throws BudgetExceededException if a budget is used up
   */
  List<Reservation> reserve(CallRequest request, Supplier<CallInfo> call) {
    if (ledgers.isEmpty()) {
      return List.of();
    }
    List<Reservation> reserved = new ArrayList<>();
    for (BudgetLedger ledger : ledgers) {
      if (ledger.counts(request)) {
        Reservation reservation = ledger.reserve(probableUse(ledger.budget(), request));
        if (reservation == null) {
          settle(reserved, 0, Charge.NONE);
          throw refusal(ledger.budget(), call, "so nothing was sent.");
        }
        reserved.add(reservation);
      }
    }
    return reserved;
  }

  /**
   * Reserves what the next request of a call will probably use, on top of what it has used so far.
   *
   * @throws BudgetExceededException if a budget is used up
   */
  static List<Reservation> extend(
      List<Reservation> reserved, CallRequest next, Charge soFar, Supplier<CallInfo> call) {
    List<Reservation> extended = new ArrayList<>(reserved.size());
    for (Reservation reservation : reserved) {
      Budget budget = reservation.ledger().budget();
      if (budget.unit() == Budget.Unit.CALLS) {
        // However often it goes on, it is one call.
        extended.add(reservation);
        continue;
      }
      BigDecimal used = used(budget, 1, soFar);
      Reservation more = reservation.extended(used, probableUse(budget, next));
      if (more == null) {
        throw refusal(budget, call, "so the call cannot go on.");
      }
      extended.add(more);
    }
    return extended;
  }

  /** Settles with what a call has really used. */
  static void settle(List<Reservation> reserved, int calls, Charge charge) {
    for (Reservation reservation : reserved) {
      reservation.settle(used(reservation.ledger().budget(), calls, charge));
    }
  }

  /** Warns, once, if one of these is of dollars and nobody knows what a call cost. */
  void warnOfUnknownCost(List<Reservation> reserved, String model) {
    for (Reservation reservation : reserved) {
      Budget budget = reservation.ledger().budget();
      if (budget.unit() == Budget.Unit.COST && hasWarned.compareAndSet(false, true)) {
        Log.warning(
            "The budget \"{0}\" counts US dollars, and nobody knows what a call to {1} cost: the"
                + " gateway did not say, and there is no price for that model. Such calls cost the"
                + " budget nothing. Set GatewayzBuilder.price or pricesFromCatalogue. This is said"
                + " once.",
            budget.name(), model);
      }
    }
  }

  private static BigDecimal used(Budget budget, int calls, Charge charge) {
    return switch (budget.unit()) {
      case CALLS -> BigDecimal.valueOf(calls);
      case TOKENS -> BigDecimal.valueOf(charge.tokens());
      case COST -> charge.cost();
    };
  }

  private static BigDecimal probableUse(Budget budget, CallRequest request) {
    return switch (budget.unit()) {
      case CALLS -> BigDecimal.ONE;
      case TOKENS -> BigDecimal.valueOf(1 + request.body().length() / BYTES_PER_TOKEN);
      case COST -> BigDecimal.ZERO;
    };
  }

  private static BudgetExceededException refusal(
      Budget budget, Supplier<CallInfo> call, String consequence) {
    return new BudgetExceededException(
        call.get(),
        budget.name(),
        "The budget \""
            + budget.name()
            + "\" of "
            + budget.limit().toPlainString()
            + " "
            + switch (budget.unit()) {
              case CALLS -> "calls";
              case TOKENS -> "tokens";
              case COST -> "US dollars";
            }
            + " in "
            + (budget.zone() == null ? budget.window() : "a day")
            + " is used up, "
            + consequence,
        "Wait for the next window, or raise the budget.");
  }
}
