package dev.gatewayz.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a free port of the loopback address that plays a script for each connection.
 *
 * <p>Scripts are laid out with {@link #play} and given to connections in the order in which these
 * are accepted; a connection for which there is none is closed at once. Each is played on a daemon
 * thread of its own. {@link #verify} waits for them and fails if one of them did.
 *
 * <p>Thread-safe. After {@link #close} no port, connection or thread is left.
 */
public final class FaultServer implements AutoCloseable {
  private static final AtomicInteger SERVERS = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(1);

  /** A script, whether a client has come for it, and how it went. */
  private record Part(
      ConnectionScript script, CompletableFuture<Void> begun, CompletableFuture<Void> played) {

    Part(ConnectionScript script) {
      this(script, new CompletableFuture<>(), new CompletableFuture<>());
    }
  }

  private final Optional<LocalhostTls> tls;
  private final ServerSocket port;
  private final Duration patience;
  private final String name = "fault-server-" + SERVERS.incrementAndGet();
  private final Deque<Part> waiting = new ArrayDeque<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private Optional<ConnectionScript> otherwise = Optional.empty();
  private boolean closed;

  private FaultServer(Optional<LocalhostTls> tls, Duration patience) {
    this.tls = tls;
    this.patience = patience;
    try {
      port = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    begin("accept", this::accept);
  }

  /** Starts one in cleartext. */
  public static FaultServer start() {
    return start(PATIENCE);
  }

  /**
   * Starts one in cleartext.
   *
   * @param patience how long it waits for anything that it expects
   */
  public static FaultServer start(Duration patience) {
    return new FaultServer(Optional.empty(), patience);
  }

  /**
   * Starts one over TLS, with a new certificate for {@code localhost}.
   *
   * @param protocols what ALPN offers, the preferred one first, such as {@code h2}; none for a
   *     server that does not know ALPN
   */
  public static FaultServer startTls(String... protocols) {
    return new FaultServer(Optional.of(new LocalhostTls(protocols)), PATIENCE);
  }

  /** The port it listens on. */
  public int port() {
    return port.getLocalPort();
  }

  /** The base of its URLs. */
  public String apiBase() {
    return (tls.isPresent() ? "https://localhost:" : "http://127.0.0.1:") + port();
  }

  /**
   * The certificate that a client has to trust.
   *
   * @throws IllegalStateException in cleartext
   */
  public X509Certificate certificate() {
    return tls.orElseThrow(
            () -> new IllegalStateException("A server in cleartext has no certificate."))
        .certificate();
  }

  /** Lays out scripts for the next connections, behind those laid out before. */
  public synchronized FaultServer play(ConnectionScript... scripts) {
    for (ConnectionScript script : scripts) {
      Part part = new Part(script);
      parts.add(part);
      waiting.add(part);
    }
    return this;
  }

  /** Lays out the scripts of a case. */
  public FaultServer play(FaultCase faults) {
    return play(faults.connections().toArray(ConnectionScript[]::new));
  }

  /**
   * Plays this for connections for which nothing is laid out; {@link #verify} waits for those too.
   */
  public synchronized FaultServer otherwise(ConnectionScript script) {
    otherwise = Optional.of(script);
    return this;
  }

  /** How many connections there have been. */
  public synchronized int connections() {
    return sockets.size();
  }

  /**
   * Waits until all scripts have been played: for a client to come for each as long as the server
   * is patient, and then, as every expectation has its end, for the script to have its own.
   *
   * @throws AssertionError if one of them failed, or no client came for it; the first one counts
   */
  public void verify() {
    int number = 0;
    for (Part part : parts()) {
      number++;
      await(part.begun(), patience, "No client came for script " + number);
      await(part.played(), LONGEST_SCRIPT, "Script " + number + " does not end");
    }
  }

  private static void await(CompletableFuture<Void> event, Duration atMost, String otherwise) {
    try {
      event.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("A script failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError(otherwise + " within " + atMost, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(otherwise + " until the wait was interrupted", e);
    }
  }

  /** What the names of its threads begin with. */
  String name() {
    return name;
  }

  private synchronized List<Part> parts() {
    return List.copyOf(parts);
  }

  private void accept() {
    try {
      while (true) {
        meet(port.accept());
      }
    } catch (IOException e) {
      // The port is closed.
    }
  }

  private synchronized void meet(Socket socket) {
    sockets.add(socket);
    Part part = waiting.poll();
    if (part == null && otherwise.isPresent()) {
      part = new Part(otherwise.get());
      parts.add(part);
    }
    if (part == null || closed) {
      closeQuietly(socket);
      return;
    }
    int number = sockets.size();
    Part mine = part;
    begin("connection-" + number, () -> play(mine, socket, number));
  }

  private void play(Part part, Socket socket, int number) {
    part.begun().complete(null);
    try {
      socket.setTcpNoDelay(true);
      RawConnection connection = new RawConnection(secured(socket), number, patience);
      part.script().play(connection);
      connection.finish();
      part.played().complete(null);
    } catch (Throwable e) {
      part.played().completeExceptionally(e);
      closeQuietly(socket);
    }
  }

  private Socket secured(Socket socket) throws IOException {
    return tls.isPresent() ? tls.get().accept(socket, patience) : socket;
  }

  private synchronized void begin(String what, Runnable task) {
    Thread thread = new Thread(task, name + "-" + what);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Closes the port and all connections and interrupts the scripts. Idempotent. */
  @Override
  public void close() {
    List<Thread> ending;
    synchronized (this) {
      closed = true;
      closeQuietly(port);
      sockets.forEach(FaultServer::closeQuietly);
      threads.forEach(Thread::interrupt);
      ending = List.copyOf(threads);
    }
    for (Thread thread : ending) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It is closed for all we care.
    }
  }
}
