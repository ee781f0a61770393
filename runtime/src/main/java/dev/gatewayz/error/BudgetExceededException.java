package dev.gatewayz.error;

/** A budget of this client is used up. */
public final class BudgetExceededException extends CallRefusedException {
  private static final long serialVersionUID = 1;

  private final String budget;

  /**
   * A call that would have gone over a budget.
   *
   * @param call the call that failed
   * @param budget the name of the budget
   * @param what what happened, for the message
   * @param advice what to do about it, for the message; empty for none
   */
  public BudgetExceededException(CallInfo call, String budget, String what, String advice) {
    super(call, what, advice);
    this.budget = budget;
  }

  /** {@return the name of the budget} */
  public String budget() {
    return budget;
  }

  @Override
  public Fault fault() {
    return Fault.ACCOUNT;
  }
}
