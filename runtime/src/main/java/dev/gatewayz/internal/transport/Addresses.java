package dev.gatewayz.internal.transport;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts the addresses of a host into the order in which they are tried: another one first each time,
 * so that connections spread; the two families in turn, so that a broken one costs little; and
 * those that failed a moment ago last. Thread-safe.
 */
final class Addresses {
  private static final long COOL_DOWN = TimeUnit.SECONDS.toNanos(5);
  private static final int MAX_REMEMBERED = 256;

  private final ConcurrentHashMap<InetSocketAddress, Long> failures = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  /** The same addresses in the order they should be tried. */
  List<InetSocketAddress> inOrder(List<InetSocketAddress> addresses) {
    if (addresses.size() < 2) {
      return addresses;
    }
    int start = Math.floorMod(turn.getAndIncrement(), addresses.size());
    List<InetSocketAddress> preferred = new ArrayList<>();
    List<InetSocketAddress> others = new ArrayList<>();
    List<InetSocketAddress> failed = new ArrayList<>();
    // The resolver's first address tells which family the system prefers.
    boolean six = isSix(addresses.get(0));
    long now = System.nanoTime();
    for (int i = 0; i < addresses.size(); i++) {
      InetSocketAddress address = addresses.get((start + i) % addresses.size());
      Long failedAt = failures.get(address);
      if (failedAt != null && now - failedAt < COOL_DOWN) {
        failed.add(address);
      } else {
        (isSix(address) == six ? preferred : others).add(address);
      }
    }
    List<InetSocketAddress> order = new ArrayList<>(addresses.size());
    for (int i = 0; i < Math.max(preferred.size(), others.size()); i++) {
      if (i < preferred.size()) {
        order.add(preferred.get(i));
      }
      if (i < others.size()) {
        order.add(others.get(i));
      }
    }
    order.addAll(failed);
    return order;
  }

  /** Notes that an address could not be connected to. */
  void failed(InetSocketAddress address) {
    if (failures.size() >= MAX_REMEMBERED) {
      failures.clear();
    }
    failures.put(address, System.nanoTime());
  }

  /** Notes that an address could be connected to. */
  void succeeded(InetSocketAddress address) {
    failures.remove(address);
  }

  private static boolean isSix(InetSocketAddress address) {
    return address.getAddress() instanceof Inet6Address;
  }
}
