package dev.gatewayz.internal.answer;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who hears of a response that comes over the network. On the loop of the call. */
public interface ResponseSink extends AnswerSink {

  /**
   * Nothing more of the response is looked at: what became of it is being found out elsewhere, and
   * will soon be said. Until then no deadline runs but that of the whole call.
   */
  void ending();

  /** Does work that takes long off the loop, then goes on on the loop, if that still runs. */
  <T> void elsewhere(Supplier<T> work, Consumer<T> then);
}
