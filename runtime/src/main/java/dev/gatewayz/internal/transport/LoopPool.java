package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.ConnectionOwner;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import dev.gatewayz.internal.http1.ServerHabits;
import dev.gatewayz.internal.time.LoopClock;
import dev.gatewayz.internal.time.Nanos;
import dev.gatewayz.observe.PoolState;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one origin, and the exchanges that wait for one. All methods
 * run on the loop.
 *
 * <p>An exchange goes to the least busy connection with room. Where there is none it waits, first
 * in first out, and connections are opened as the queue needs them and the {@linkplain
 * ConnectionPermits permits} of the client allow. When all connections are three quarters full
 * another one is opened ahead.
 */
final class LoopPool implements ConnectionOwner {
  private static final int MAX_RESENDS = 3;
  private static final int LONGEST_REST_MILLIS = 50;
  private static final long FIRST_BACK_OFF_MILLIS = 50;
  private static final int MOST_DOUBLINGS = 6;
  private static final long SWEEP_MILLIS = 1_000;

  private final LoopContext context;
  private final Origin origin;
  private final Connector connector;
  private final TransportOptions options;
  private final ConnectionPermits permits;
  private final int loop;

  /** How much more rarely than usual the server wants to be pinged. */
  private int pingFactor = 1;

  /** Connections that may get exchanges. Each has a permit. */
  private final OpenConnections open = new OpenConnections();

  /** Connections that are opening. Each has a permit. */
  private final List<ConnectAttempt> opening = new ArrayList<>();

  /** Connections that only finish what they carry. */
  private final List<Connection> draining = new ArrayList<>();

  private final ServerHabits habits = new ServerHabits();
  private final WarmUps warmUps = new WarmUps();
  private final PendingQueue pending = new PendingQueue();

  /** Refused exchanges, which are given a moment before they are sent again. */
  private final Set<Exchange> resting = new LinkedHashSet<>();

  /** How many exchanges the last opened connection could carry; 0 before the first. */
  private int usualLimit;

  /** The loop that gets the permit of the next connection that opens or is idle, -1 for none. */
  private int claimant = -1;

  private @Nullable ScheduledFuture<?> sweep;

  /** How many connections in a row came to nothing. */
  private int failedConnects;

  /** Waits to dial again after connections that came to nothing. */
  private @Nullable ScheduledFuture<?> backOff;

  LoopPool(
      LoopContext context,
      Origin origin,
      Connector connector,
      TransportOptions options,
      ConnectionPermits permits) {
    this.context = context;
    this.origin = origin;
    this.connector = connector;
    this.options = options;
    this.permits = permits;
    this.loop = context.index();
    permits.join(loop, new Permits());
  }

  /** Hears from the permits on any thread, and answers on the loop. */
  private final class Permits implements ConnectionPermits.Holder {
    @Override
    public void onPermit() {
      context.execute(LoopPool.this::onPermit);
    }

    @Override
    public void onClaim(int waiter) {
      context.execute(() -> LoopPool.this.onClaim(waiter));
    }
  }

  // What calls want.

  /** Sends an exchange, now or when there is a connection for it. */
  void acquire(Exchange exchange) {
    if (context.isClosed()) {
      exchange.fail(closed());
      return;
    }
    // The server may be closing them at this moment.
    open.idle(System.nanoTime()).forEach(Connection::drain);
    OpenConnections.Member member = pending.isEmpty() ? open.withRoom() : null;
    if (member != null) {
      member.send(exchange);
      openAhead();
    } else if (pending.size() >= options.limits().pending()) {
      exchange.fail(
          TransportException.of(
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
    if (pending.remove(exchange)) {
      needNoPermit();
    } else {
      resting.remove(exchange);
    }
  }

  /** Opens connections until there are so many; completes when they can carry exchanges. */
  void warmUp(int count, CompletableFuture<Void> done) {
    if (context.isClosing()) {
      done.completeExceptionally(closed());
      return;
    }
    warmUps.add(count, done);
    warmUps.opened(open.size());
    openForWarmUps();
  }

  void drain() {
    List<Exchange> waiting = List.copyOf(resting);
    resting.clear();
    waiting.forEach(exchange -> exchange.fail(closed()));
    failPending(closed());
    List.copyOf(opening).forEach(ConnectAttempt::cancel);
    open.all().forEach(Connection::drain);
  }

  void close() {
    List.copyOf(opening).forEach(ConnectAttempt::cancel);
    if (sweep != null) {
      sweep.cancel(false);
    }
    open.all().forEach(Connection::close);
    List.copyOf(draining).forEach(Connection::close);
  }

  int connections() {
    return open.size() + opening.size() + draining.size();
  }

  /** Whether it has no connection, and nobody waits for one. */
  boolean isUnused() {
    return connections() == 0
        && pending.isEmpty()
        && resting.isEmpty()
        && backOff == null
        && warmUps.wanted() == 0;
  }

  PoolState state() {
    int active = 0;
    for (Connection connection : open.all()) {
      active += connection.active();
    }
    for (Connection connection : draining) {
      active += connection.active();
    }
    return PoolState.builder()
        .origin(origin.toString())
        .connections(open.size())
        .opening(opening.size())
        .draining(draining.size())
        .active(active)
        .queued(pending.size() + resting.size())
        .build();
  }

  // What becomes of connections.

  @Override
  public LoopClock clock() {
    return context.clock();
  }

  @Override
  public void onOpen(Connection connection) {
    ConnectAttempt attempt = attemptOf(connection);
    if (attempt != null) {
      attempt.end();
      opening.remove(attempt);
    }
    if (context.isClosed()) {
      permits.giveBack(loop);
      draining.add(connection);
      connection.close();
      return;
    }
    failedConnects = 0;
    open.add(connection, System.nanoTime() + jittered(Nanos.of(options.maxAge())));
    usualLimit = connection.limit();
    permits.learn(connection.multiplexes());
    sendPending();
    openForPending();
    sweepLater();
    warmUps.opened(open.size());
    openForWarmUps();
    giveBackIdle();
    answerClaim();
    if (context.isClosing()) {
      // It was opened for calls under way, and there will be no others.
      connection.drain();
    }
  }

  @Override
  public void onRoom(Connection connection) {
    if (connection.active() == 0) {
      answerClaim();
    }
    sendPending();
    giveBackIdle();
  }

  @Override
  public void onDraining(Connection connection) {
    boolean wasUsed = open.isUsed(connection);
    boolean wasOpen = open.remove(connection);
    draining.add(connection);
    if (wasOpen) {
      permits.giveBack(loop);
    }
    if (wasOpen && !wasUsed && isAlone()) {
      // It was of no use to those who wait, and the next one would be no better.
      failPending(
          TransportException.of(
              Kind.CONNECT, origin + " closes connections before they can be used.", null));
    }
    openForPending();
  }

  @Override
  public void onClosed(Connection connection, @Nullable String reason) {
    draining.remove(connection);
    ConnectAttempt failed = attemptOf(connection);
    if (failed != null) {
      failed.end();
      String what =
          reason == null ? origin + " closed the connection before it could be used." : reason;
      onConnectFailed(failed, TransportException.of(Kind.CONNECT, what, null));
    }
    openForPending();
  }

  /**
   * The attempt that a connection came of which has not been open yet, {@code null} if none did.
   */
  private @Nullable ConnectAttempt attemptOf(Connection connection) {
    for (ConnectAttempt attempt : opening) {
      if (attempt.isOf(connection)) {
        return attempt;
      }
    }
    return null;
  }

  /** Called by an attempt that came to nothing. */
  void onConnectFailed(ConnectAttempt attempt, TransportException failure) {
    if (!opening.remove(attempt)) {
      return;
    }
    permits.giveBack(loop);
    if (isAlone()) {
      failPending(failure);
    } else {
      dialLater();
    }
    warmUps.fail(failure);
  }

  /** Called by an attempt that nobody has answered; those who wait do so until their deadlines. */
  void onConnectUnanswered(ConnectAttempt attempt, TransportException failure) {
    if (opening.remove(attempt)) {
      permits.giveBack(loop);
      if (!pending.isEmpty()) {
        dialLater();
      }
      warmUps.fail(failure);
    }
  }

  /** Whether there is a connection, or was one that has not yet done with what it carries. */
  boolean isReached() {
    return !open.isEmpty() || !draining.isEmpty();
  }

  /** Those who wait may have to wait for long, or for ever, if nobody dials for them again. */
  private void dialLater() {
    if (backOff == null) {
      long millis = FIRST_BACK_OFF_MILLIS << Math.min(failedConnects++, MOST_DOUBLINGS);
      backOff =
          context
              .loop()
              .schedule(
                  () -> {
                    backOff = null;
                    openForPending();
                  },
                  millis,
                  TimeUnit.MILLISECONDS);
    }
  }

  /** Whether there is no connection that exchanges could wait for. */
  private boolean isAlone() {
    return open.isEmpty() && opening.isEmpty();
  }

  @Override
  public void onTooManyPings() {
    pingFactor = Math.min(pingFactor * 2, 64);
  }

  /** How long a server with open streams may be silent before it is pinged. */
  Duration pingInterval() {
    return options.http2().pingInterval().multipliedBy(pingFactor);
  }

  /** What is known of the server from its HTTP/1.1 connections. */
  ServerHabits habits() {
    return habits;
  }

  // Sending again.

  @Override
  public void resend(Exchange exchange, TransportException failure) {
    if (mayResend(exchange, failure)) {
      acquire(exchange);
    }
  }

  @Override
  public void passOn(Exchange exchange, TransportException failure) {
    if (isUntouched(exchange, failure)) {
      exchange.waiting();
      acquire(exchange);
    }
  }

  @Override
  public void resendLater(Exchange exchange, TransportException failure) {
    if (mayResend(exchange, failure)) {
      resting.add(exchange);
      int rest = ThreadLocalRandom.current().nextInt(LONGEST_REST_MILLIS + 1);
      context.loop().schedule(() -> rested(exchange), rest, TimeUnit.MILLISECONDS);
    }
  }

  private static boolean mayResend(Exchange exchange, TransportException failure) {
    if (!isUntouched(exchange, failure)) {
      return false;
    }
    if (exchange.resends() >= MAX_RESENDS) {
      exchange.fail(failure);
      return false;
    }
    exchange.resending();
    return true;
  }

  /**
   * Whether nothing of the response has come, whatever the server says, and it is still wanted;
   * else the exchange ends here.
   */
  private static boolean isUntouched(Exchange exchange, TransportException failure) {
    if (exchange.isBegun() || !exchange.isWanted()) {
      exchange.fail(failure);
      return false;
    }
    return true;
  }

  private void rested(Exchange exchange) {
    if (resting.remove(exchange)) {
      acquire(exchange);
    }
  }

  private void sendPending() {
    while (!pending.isEmpty()) {
      OpenConnections.Member member = open.withRoom();
      Exchange exchange = member == null ? null : pending.poll();
      if (member == null || exchange == null) {
        return;
      }
      member.send(exchange);
    }
    needNoPermit();
  }

  private void failPending(TransportException failure) {
    // Whoever fails may try again at once; those wait for the next attempt.
    List<Exchange> failing = new ArrayList<>();
    for (int i = pending.size(); i > 0; i--) {
      Exchange exchange = pending.poll();
      if (exchange != null) {
        failing.add(exchange);
      }
    }
    needNoPermit();
    for (Exchange exchange : failing) {
      exchange.fail(failure);
    }
  }

  private static TransportException closed() {
    return TransportException.of(Kind.CLOSED, "The client was closed.", null);
  }

  // Opening.

  private void openForPending() {
    if (context.isClosed() || open.arePaused() || (backOff != null && !isAlone())) {
      return;
    }
    int perConnection = usualLimit == 0 ? Integer.MAX_VALUE : Math.max(1, usualLimit);
    int needed = (int) Math.min(pending.size(), (pending.size() - 1L) / perConnection + 1);
    while (opening.size() < needed && permits.takeOrWait(loop)) {
      open();
    }
  }

  private void openAhead() {
    if (usualLimit > 1 && opening.isEmpty() && open.areNearlyFull() && permits.take(loop)) {
      open();
    }
  }

  private void openForWarmUps() {
    while (open.size() + opening.size() < warmUps.wanted() && permits.take(loop)) {
      open();
    }
    if (opening.isEmpty()) {
      // That is all there will be.
      warmUps.opened(Integer.MAX_VALUE);
    }
  }

  /** Opens a connection, for which a permit was taken. */
  private void open() {
    opening.add(connector.open(context, this, origin));
  }

  // Permits.

  private void onPermit() {
    openForPending();
    permits.wakeIfFree();
  }

  private void needNoPermit() {
    if (pending.isEmpty()) {
      permits.stopWaiting(loop);
    }
  }

  /** Another loop waits for a permit. */
  private void onClaim(int waiter) {
    if (!permits.isWaiting(waiter) || giveBackIdle()) {
      return;
    }
    Connection least = open.leastBusy();
    if (!permits.owes(loop, waiter)) {
      permits.passClaim(loop, waiter);
    } else if (least != null && (least.multiplexes() || least.active() == 0)) {
      least.drain();
    } else {
      claimant = waiter;
    }
  }

  private void answerClaim() {
    if (claimant >= 0) {
      int waiter = claimant;
      claimant = -1;
      onClaim(waiter);
    }
  }

  /** Gives up a connection that is not needed, if another loop waits for one. */
  private boolean giveBackIdle() {
    if (!permits.isAnyWaiting() || !pending.isEmpty()) {
      return false;
    }
    Connection least = open.leastBusy();
    if (least == null || least.active() > 0) {
      return false;
    }
    least.drain();
    return true;
  }

  // Growing old.

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
    open.idle(now).forEach(Connection::drain);
    Connection old = open.retired(now);
    if (old != null) {
      retire(old);
    }
    if (!open.isEmpty()) {
      sweepLater();
    }
  }

  /** The last one goes only when its successor is open, unless there may be no other. */
  private void retire(Connection old) {
    if (open.size() > 1 || old.active() == 0) {
      old.drain();
    } else if (opening.isEmpty()) {
      if (permits.take(loop)) {
        open();
      } else {
        old.drain();
      }
    }
  }

  /** Give or take a tenth, so that connections which were opened together do not close together. */
  private static long jittered(long nanos) {
    return nanos - nanos / 10 + (long) (nanos * 0.2 * ThreadLocalRandom.current().nextDouble());
  }
}
