package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who waits until a pool has so many connections. Runs on the pool's loop. */
final class WarmUps {
  private record WarmUp(int count, CompletableFuture<Void> done) {}

  private final List<WarmUp> waiting = new ArrayList<>();

  void add(int count, CompletableFuture<Void> done) {
    waiting.add(new WarmUp(count, done));
  }

  /** How many connections are wanted at least. */
  int wanted() {
    int wanted = 0;
    for (WarmUp warmUp : waiting) {
      wanted = Math.max(wanted, warmUp.count());
    }
    return wanted;
  }

  /** There are so many connections. */
  void opened(int count) {
    for (WarmUp warmUp : List.copyOf(waiting)) {
      if (count >= warmUp.count()) {
        waiting.remove(warmUp);
        warmUp.done().complete(null);
      }
    }
  }

  /** A connection could not be opened. */
  void fail(TransportException failure) {
    List<WarmUp> failed = List.copyOf(waiting);
    waiting.clear();
    failed.forEach(warmUp -> warmUp.done().completeExceptionally(failure));
  }
}
