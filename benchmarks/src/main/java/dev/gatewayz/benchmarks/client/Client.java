package dev.gatewayz.benchmarks.client;

/** A client under measurement. Thread-safe. */
public interface Client extends AutoCloseable {
  /** What every request says; one argument of the prompts that clients render. */
  String TEXT =
      "Good afternoon, and welcome to the third quarter earnings call of Northwind Turbines. Before"
          + " we begin, let me remind you that our remarks contain \"forward-looking\" statements.\n"
          + "Revenue for the quarter was 412 million dollars, up twelve percent from a year ago.";

  /** What stands before it. */
  String INSTRUCTION = "Summarise this earnings call in one sentence:\n";

  /** Who the model is told to be. */
  String SYSTEM = "You are an equity analyst. You are terse and give figures.";

  /** Whether {@link #call} returns when the answer is there, and not before. */
  default boolean isBlocking() {
    return false;
  }

  /** Makes a call whose answer comes in one piece. */
  void call(String model, Pieces pieces);

  /** Makes a call whose answer comes in pieces; they are handed on as they arrive. */
  void stream(String model, Pieces pieces);

  @Override
  void close();
}
