package dev.gatewayz.eval;

/** A grade that did not pass, asserted; the grade is recorded already. */
final class WrongAnswer extends AssertionError {
  private static final long serialVersionUID = 1;

  WrongAnswer(String message) {
    super(message);
  }
}
