package dev.gatewayz.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests that have come, in their order. Thread-safe. */
final class Journal {
  private final int limit;
  private final Deque<RecordedRequest> all = new ArrayDeque<>();
  private final Deque<RecordedRequest> untaken = new ArrayDeque<>();

  Journal(int limit) {
    this.limit = limit;
  }

  synchronized void add(RecordedRequest request) {
    if (all.size() == limit) {
      RecordedRequest oldest = all.remove();
      if (untaken.peek() == oldest) {
        untaken.remove();
      }
    }
    all.add(request);
    untaken.add(request);
    notifyAll();
  }

  /** The first request that was not taken yet; an assertion fails if none comes in time. */
  synchronized RecordedRequest take(Duration atMost) {
    Deadline deadline = Deadline.in(atMost);
    RecordedRequest first = untaken.poll();
    while (first == null) {
      if (!deadline.await(this)) {
        throw new AssertionError("No request came within " + atMost + "; before that came " + all);
      }
      first = untaken.poll();
    }
    return first;
  }

  synchronized List<RecordedRequest> all() {
    return List.copyOf(all);
  }

  synchronized void clear() {
    all.clear();
    untaken.clear();
  }
}
