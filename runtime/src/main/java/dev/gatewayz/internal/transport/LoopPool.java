package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.ConnectionOwner;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import dev.gatewayz.observe.PoolState;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one origin, and the exchanges that wait for one. All methods
 * run on the loop.
 *
 * <p>An exchange goes to the least busy connection with room. Where there is none it waits, first
 * in first out, and connections are opened as the queue needs them. When all connections are three
 * quarters full another one is opened ahead. The loops of a client share the limit of connections
 * evenly, so no busy loop can starve another.
 */
final class LoopPool implements ConnectionOwner {
  private static final int MAX_RESENDS = 3;
  private static final long SWEEP_MILLIS = 1_000;

  private final LoopContext context;
  private final Origin origin;
  private final Connector connector;
  private final TransportOptions options;
  private final int loops;

  /** How much more rarely than usual the server wants to be pinged. */
  private int pingFactor = 1;

  /** Connections that may get exchanges, with the time at which each has had its day. */
  private final Map<Connection, Long> retirement = new HashMap<>();

  private final List<Connection> open = new ArrayList<>();

  /** Connections that are opening. */
  private final List<ConnectAttempt> opening = new ArrayList<>();

  /** Connections that only finish what they carry. */
  private final List<Connection> draining = new ArrayList<>();

  private final List<WarmUp> warmingUp = new ArrayList<>();

  private final PendingQueue pending = new PendingQueue();

  /** How many exchanges the last opened connection could carry; 0 before the first. */
  private int usualLimit;

  private @Nullable ScheduledFuture<?> sweep;

  LoopPool(
      LoopContext context,
      Origin origin,
      Connector connector,
      TransportOptions options,
      int loops) {
    this.context = context;
    this.origin = origin;
    this.connector = connector;
    this.options = options;
    this.loops = loops;
  }

  /** Sends an exchange, now or when there is a connection for it. */
  void acquire(Exchange exchange) {
    if (context.isClosing()) {
      exchange.onFailure(
          TransportException.unprocessed(Kind.CLOSED, "The client was closed.", null));
      return;
    }
    Connection connection = pending.isEmpty() ? leastBusy() : null;
    if (connection != null) {
      connection.send(exchange);
      openAhead();
    } else if (pending.size() >= options.maxPending()) {
      exchange.onFailure(
          TransportException.unprocessed(
              Kind.CONNECT,
              "Too many calls wait for a connection to "
                  + origin
                  + " ("
                  + pending.size()
                  + " on this event loop).",
              null));
    } else {
      pending.add(exchange);
      openForPending();
    }
  }

  void withdraw(Exchange exchange) {
    pending.remove(exchange);
  }

  /** Opens connections until there are so many; completes when they can carry exchanges. */
  void warmUp(int count, CompletableFuture<Void> done) {
    if (context.isClosing()) {
      done.completeExceptionally(
          TransportException.unprocessed(Kind.CLOSED, "The client was closed.", null));
      return;
    }
    warmingUp.add(new WarmUp(Math.min(count, share()), done));
    while (open.size() + opening.size() < count && mayOpen()) {
      opening.add(connector.open(context, this, origin));
    }
    completeWarmUps();
  }

  private void completeWarmUps() {
    for (WarmUp warmUp : List.copyOf(warmingUp)) {
      if (open.size() >= warmUp.count()) {
        warmingUp.remove(warmUp);
        warmUp.done().complete(null);
      }
    }
  }

  private record WarmUp(int count, CompletableFuture<Void> done) {}

  int connections() {
    return open.size() + opening.size() + draining.size();
  }

  void drain() {
    failPending(TransportException.unprocessed(Kind.CLOSED, "The client was closed.", null));
    List.copyOf(opening).forEach(ConnectAttempt::cancel);
    List.copyOf(open).forEach(Connection::drain);
  }

  void close() {
    if (sweep != null) {
      sweep.cancel(false);
    }
    List.copyOf(open).forEach(Connection::close);
    List.copyOf(draining).forEach(Connection::close);
  }

  /** Called by an attempt that came to nothing. */
  void onConnectFailed(ConnectAttempt attempt, TransportException failure) {
    boolean known = opening.remove(attempt);
    if (known && open.isEmpty() && opening.isEmpty()) {
      failPending(failure);
    }
    for (WarmUp warmUp : List.copyOf(warmingUp)) {
      warmUp.done().completeExceptionally(failure);
    }
    warmingUp.clear();
  }

  @Override
  public void onOpen(Connection connection) {
    opening.removeIf(attempt -> attempt.made(connection));
    if (context.isClosing()) {
      draining.add(connection);
      connection.close();
      return;
    }
    open.add(connection);
    retirement.put(connection, System.nanoTime() + jittered(options.maxAge().toNanos()));
    usualLimit = connection.limit();
    sendPending();
    openForPending();
    sweepLater();
    completeWarmUps();
  }

  @Override
  public void onRoom(Connection connection) {
    sendPending();
  }

  @Override
  public void onDraining(Connection connection) {
    open.remove(connection);
    retirement.remove(connection);
    draining.add(connection);
    openForPending();
  }

  @Override
  public void onClosed(Connection connection) {
    draining.remove(connection);
    ConnectAttempt failed = null;
    for (ConnectAttempt attempt : opening) {
      if (attempt.made(connection)) {
        failed = attempt;
      }
    }
    if (failed != null) {
      failed.closedEarly();
    }
    openForPending();
  }

  @Override
  public void onTooManyPings() {
    pingFactor = Math.min(pingFactor * 2, 64);
  }

  /** How long a server with open streams may be silent before it is pinged, in nanoseconds. */
  long pingInterval() {
    return options.http2().pingInterval() * pingFactor;
  }

  PoolState state() {
    int active = 0;
    for (Connection connection : open) {
      active += connection.active();
    }
    for (Connection connection : draining) {
      active += connection.active();
    }
    return new PoolState(
        origin.toString(), open.size(), opening.size(), draining.size(), active, pending.size());
  }

  @Override
  public void resend(Exchange exchange, TransportException failure) {
    if (exchange.resends() < MAX_RESENDS) {
      exchange.resending();
      acquire(exchange);
    } else {
      exchange.onFailure(failure);
    }
  }

  private @Nullable Connection leastBusy() {
    Connection best = null;
    for (int i = 0; i < open.size(); i++) {
      Connection connection = open.get(i);
      if (connection.hasRoom() && (best == null || isBetter(connection, best))) {
        best = connection;
      }
    }
    return best;
  }

  /** Of idle connections the one that was used last: the others may then grow old and be closed. */
  private static boolean isBetter(Connection one, Connection other) {
    int difference = one.active() - other.active();
    return difference < 0
        || (difference == 0 && one.active() == 0 && one.idleSince() - other.idleSince() > 0);
  }

  private void sendPending() {
    while (!pending.isEmpty()) {
      Connection connection = leastBusy();
      Exchange exchange = connection == null ? null : pending.poll();
      if (connection == null || exchange == null) {
        return;
      }
      connection.send(exchange);
    }
  }

  private void openForPending() {
    if (context.isClosing() || isPaused()) {
      return;
    }
    int perConnection = usualLimit == 0 ? Integer.MAX_VALUE : Math.max(1, usualLimit);
    int needed = (int) Math.min(pending.size(), (pending.size() - 1L) / perConnection + 1);
    while (opening.size() < needed && mayOpen()) {
      opening.add(connector.open(context, this, origin));
    }
  }

  private void openAhead() {
    if (usualLimit <= 1 || !opening.isEmpty() || !mayOpen()) {
      return;
    }
    for (int i = 0; i < open.size(); i++) {
      Connection connection = open.get(i);
      if (connection.active() < connection.limit() - connection.limit() / 4) {
        return;
      }
    }
    opening.add(connector.open(context, this, origin));
  }

  /** Whether the server lets connections open but takes no exchange on them for the time being. */
  private boolean isPaused() {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).limit() == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether this loop's share of connections has one left. */
  private boolean mayOpen() {
    return open.size() + opening.size() < share();
  }

  private int share() {
    int limit = usualLimit == 1 ? options.maxHttp1Connections() : options.maxHttp2Connections();
    return Math.max(1, limit / loops);
  }

  private void failPending(TransportException failure) {
    // Whoever fails may try again at once; those wait for the next attempt.
    for (int i = pending.size(); i > 0; i--) {
      Exchange exchange = pending.poll();
      if (exchange != null) {
        exchange.onFailure(failure);
      }
    }
  }

  private void sweepLater() {
    if (sweep == null) {
      Runnable task = this::sweep;
      sweep = context.loop().schedule(task, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Closes what has been idle for too long, and retires what is too old. */
  private void sweep() {
    sweep = null;
    long now = System.nanoTime();
    for (Connection connection : List.copyOf(open)) {
      if (connection.active() == 0 && now - connection.idleSince() > connection.maxIdle()) {
        connection.drain();
      }
    }
    retireOne(now);
    if (!open.isEmpty()) {
      sweepLater();
    }
  }

  /** At most one at a time, and the last one only when its successor is open. */
  private void retireOne(long now) {
    Connection old = null;
    for (Connection connection : open) {
      Long retires = retirement.get(connection);
      if (retires != null && now - retires >= 0) {
        old = connection;
        break;
      }
    }
    if (old == null) {
      return;
    }
    if (open.size() > 1 || old.active() == 0) {
      old.drain();
    } else if (opening.isEmpty()) {
      opening.add(connector.open(context, this, origin));
    }
  }

  /** Give or take a tenth, so that connections which were opened together do not close together. */
  private static long jittered(long nanos) {
    return nanos - nanos / 10 + (long) (nanos * 0.2 * ThreadLocalRandom.current().nextDouble());
  }
}
