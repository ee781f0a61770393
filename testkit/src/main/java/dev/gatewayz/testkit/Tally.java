package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.server.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Counts what happens, and lets a test wait until enough has happened. Thread-safe. */
final class Tally implements Observer {
  private final List<Throwable> failures = new ArrayList<>();
  private int connectionsOpened;
  private int connectionsOpen;
  private int requestsOpened;
  private int requestsOpen;
  private int mostRequestsOpen;
  private int mostRequestsPerConnection;
  private int streamsRefused;
  private int resetsReceived;
  private int pingsReceived;
  private int pingAcksReceived;
  private int settingsAcksReceived;
  private long bytesSent;
  private long bytesUnsent;
  private int repliesBlocked;

  synchronized Counters counters() {
    return new Counters(
        connectionsOpened,
        connectionsOpen,
        requestsOpened,
        requestsOpen,
        mostRequestsOpen,
        mostRequestsPerConnection,
        streamsRefused,
        resetsReceived,
        pingsReceived,
        pingAcksReceived,
        settingsAcksReceived,
        bytesSent,
        bytesUnsent,
        repliesBlocked);
  }

  /** Waits until the counters are as wished; an assertion fails if they are not in time. */
  synchronized Counters await(Predicate<Counters> wish, Duration atMost) {
    Deadline deadline = Deadline.in(atMost);
    Counters now = counters();
    while (!wish.test(now)) {
      if (!deadline.await(this)) {
        throw new AssertionError("Not within " + atMost + "; it came to " + now);
      }
      now = counters();
    }
    return now;
  }

  synchronized List<Throwable> failures() {
    return List.copyOf(failures);
  }

  /** Begins anew; what is open stays counted as open. */
  synchronized void reset() {
    failures.clear();
    connectionsOpened = 0;
    requestsOpened = 0;
    mostRequestsOpen = requestsOpen;
    mostRequestsPerConnection = 0;
    streamsRefused = 0;
    resetsReceived = 0;
    pingsReceived = 0;
    pingAcksReceived = 0;
    settingsAcksReceived = 0;
    bytesSent = 0;
  }

  @Override
  public synchronized void connectionOpened() {
    connectionsOpened++;
    connectionsOpen++;
    notifyAll();
  }

  @Override
  public synchronized void connectionClosed() {
    connectionsOpen--;
    notifyAll();
  }

  @Override
  public synchronized void exchangeOpened(int openOnConnection) {
    requestsOpened++;
    requestsOpen++;
    mostRequestsOpen = Math.max(mostRequestsOpen, requestsOpen);
    mostRequestsPerConnection = Math.max(mostRequestsPerConnection, openOnConnection);
    notifyAll();
  }

  @Override
  public synchronized void exchangeClosed() {
    requestsOpen--;
    notifyAll();
  }

  @Override
  public synchronized void streamRefused() {
    streamsRefused++;
    notifyAll();
  }

  @Override
  public synchronized void resetReceived() {
    resetsReceived++;
    notifyAll();
  }

  @Override
  public synchronized void pingReceived() {
    pingsReceived++;
    notifyAll();
  }

  @Override
  public synchronized void pingAcknowledged() {
    pingAcksReceived++;
    notifyAll();
  }

  @Override
  public synchronized void settingsAcknowledged() {
    settingsAcksReceived++;
    notifyAll();
  }

  @Override
  public synchronized void bytesQueued(int count) {
    bytesUnsent += count;
    notifyAll();
  }

  @Override
  public synchronized void bytesLeft(int count, boolean sent) {
    bytesUnsent -= count;
    bytesSent += sent ? count : 0;
    notifyAll();
  }

  @Override
  public synchronized void writingBlocked() {
    repliesBlocked++;
    notifyAll();
  }

  @Override
  public synchronized void writingUnblocked() {
    repliesBlocked--;
    notifyAll();
  }

  @Override
  public synchronized void failed(Throwable cause) {
    failures.add(cause);
    notifyAll();
  }
}
