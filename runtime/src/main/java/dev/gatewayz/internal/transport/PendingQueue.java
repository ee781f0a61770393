package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Exchange;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** Exchanges that wait for a connection, first in first out; any of them can leave at once. */
final class PendingQueue {
  private final LinkedHashSet<Exchange> exchanges = new LinkedHashSet<>();

  int size() {
    return exchanges.size();
  }

  boolean isEmpty() {
    return exchanges.isEmpty();
  }

  void add(Exchange exchange) {
    exchanges.add(exchange);
  }

  boolean remove(Exchange exchange) {
    return exchanges.remove(exchange);
  }

  @Nullable Exchange poll() {
    if (exchanges.isEmpty()) {
      return null;
    }
    var first = exchanges.iterator();
    Exchange exchange = first.next();
    first.remove();
    return exchange;
  }
}
