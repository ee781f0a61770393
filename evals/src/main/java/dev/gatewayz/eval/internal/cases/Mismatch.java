package dev.gatewayz.eval.internal.cases;

/** JSON that does not fit a type. The message says where, what belongs there, and what is there. */
final class Mismatch extends RuntimeException {
  private static final long serialVersionUID = 1;

  Mismatch(String message) {
    super(message, null, false, false);
  }
}
