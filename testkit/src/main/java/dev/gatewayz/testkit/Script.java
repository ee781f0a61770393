package dev.gatewayz.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The replies that a test has laid out: one after the other first, then a function. Thread-safe.
 */
final class Script {
  private final Deque<Reply> replies = new ArrayDeque<>();
  private Optional<Function<RecordedRequest, Reply>> function = Optional.empty();

  synchronized void add(List<Reply> more) {
    replies.addAll(more);
  }

  synchronized void use(Function<RecordedRequest, Reply> newFunction) {
    function = Optional.of(newFunction);
  }

  /** The next reply, if it is of that kind. */
  synchronized Optional<Reply> nextIf(Predicate<Reply> kind) {
    return replies.isEmpty() || !kind.test(replies.peek())
        ? Optional.empty()
        : Optional.of(replies.remove());
  }

  /** The reply to a request; nothing if the test has not said. */
  Optional<Reply> next(RecordedRequest request) {
    Optional<Function<RecordedRequest, Reply>> otherwise;
    synchronized (this) {
      if (!replies.isEmpty()) {
        return Optional.of(replies.remove());
      }
      otherwise = function;
    }
    return otherwise.map(reply -> reply.apply(request));
  }

  synchronized int size() {
    return replies.size();
  }

  synchronized void clear() {
    replies.clear();
    function = Optional.empty();
  }
}
