package dev.gatewayz.internal.answer;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who hears of a response that comes over the network. On the loop of the call. */
public interface ResponseSink extends AnswerSink {

  /** The answer is of no use, which {@link #failed} will soon say: nothing more of it is read. */
  void failing();

  /** Does work that takes long off the loop, then goes on on the loop, if that still runs. */
  <T> void elsewhere(Supplier<T> work, Consumer<T> then);
}
