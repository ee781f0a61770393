package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.openai.Dialect;
import dev.gatewayz.testkit.internal.openai.Tokens;
import dev.gatewayz.testkit.internal.server.Act;
import dev.gatewayz.testkit.internal.server.EmbeddedServer;
import dev.gatewayz.testkit.internal.server.ServerOptions;
import dev.gatewayz.testkit.internal.server.TlsIdentity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An OpenAI-compatible gateway in this JVM, on real sockets of the loopback address.
 *
 * <p>It serves {@code POST /v1/chat/completions} (streamed or not), {@code POST /v1/embeddings},
 * {@code POST /v1/audio/transcriptions}, {@code GET /v1/models} and {@code /v1/models/search},
 * {@code GET /health}, {@code GET /user/balance} and {@code /user/limit}, over HTTP/1.1 and HTTP/2,
 * in cleartext and over TLS. Unless told otherwise it answers of its own accord, the same to the
 * same request: a chat completion gets prose about the user's words, JSON if a schema is asked for,
 * a function call if one is required; {@code stop} and {@code max_tokens} are honoured. Tokens are
 * counted as four characters each, see {@link #tokens}.
 *
 * <p>A test tells it what to answer, request by request, and asks it afterwards what came. A reply
 * that was laid out goes to the next request, whatever it asks for; only what the server itself
 * would turn away is turned away before: requests without the right key, and chat completions that
 * it finds fault with.
 *
 * <p>By default it is as Gatewayz is, {@link #gatewayz()}: content that is blank, a fifth stop or a
 * temperature of 3 is a 422, {@code developer} messages and {@code max_tokens} of 0 break its
 * handler (400; a stream is cut before its first event), members it does not know are dropped, one
 * choice is given whatever {@code n} is, and a stream reports usage on the chunk that ends it. What
 * else Gatewayz is known to answer is made by {@link GatewayzReply}, {@link ErrorReply} and {@link
 * StreamError}. {@link #openai()} is as OpenAI is.
 *
 * <p>It never buffers more than the client's windows let out. It has one thread, and none after
 * {@link #close()}. All methods may be called from any thread, but those that wait must not be
 * called from the gateway's own, where functions of requests and {@link Step#run} are run.
 */
public final class MockGateway implements AutoCloseable {
  private final Script script = new Script();
  private final Journal journal;
  private final Tally tally = new Tally();
  private final TlsIdentity identity;
  private final Responder responder;
  private final EmbeddedServer server;

  MockGateway(
      ServerOptions options,
      TlsIdentity identity,
      Routes routes,
      Duration tokenDelay,
      int keptRequests) {
    this.identity = identity;
    this.journal = new Journal(keptRequests);
    this.responder = new Responder(routes, script, journal, tally, tokenDelay);
    this.server = EmbeddedServer.start(options, responder, tally);
  }

  /**
   * Starts {@link #gatewayz()} as all options say by default.
   *
   * @return the gateway, to be closed
   */
  public static MockGateway start() {
    return builder().start();
  }

  /** {@return the same as {@link #gatewayz()}} */
  public static MockGatewayBuilder builder() {
    return gatewayz();
  }

  /**
   * {@return the options of one that reads requests as strictly, and answers as oddly, as Gatewayz}
   */
  public static MockGatewayBuilder gatewayz() {
    return new MockGatewayBuilder(Dialect.GATEWAYZ);
  }

  /**
   * {@return the options of one that does as OpenAI} A member it does not know is a 400, a tool's
   * answer needs the id of a call, a stream reports usage only when asked, in a chunk of its own
   * without choices, and {@code n} choices are given. There is no health and no balance.
   */
  public static MockGatewayBuilder openai() {
    return new MockGatewayBuilder(Dialect.OPENAI);
  }

  /**
   * {@return how many tokens a text counts here: one for every four characters, and one for the
   * rest}
   *
   * @param text of a request or of an answer
   */
  public static long tokens(String text) {
    return Tokens.count(text);
  }

  // Where it is.

  /**
   * {@return the base of its cleartext URLs, {@code http://127.0.0.1:port}: HTTP/1.1, and HTTP/2
   * with prior knowledge}
   */
  public String apiBase() {
    return "http://127.0.0.1:" + port();
  }

  /** {@return the base of its TLS URLs, {@code https://localhost:port}: what ALPN agrees on} */
  public String tlsApiBase() {
    return "https://localhost:" + tlsPort();
  }

  /** {@return the cleartext port} */
  public int port() {
    return server.port();
  }

  /** {@return the TLS port} */
  public int tlsPort() {
    return server.tlsPort();
  }

  /** {@return the certificate, made for this gateway, that a client has to trust} */
  public X509Certificate certificate() {
    return identity.certificate();
  }

  /** {@return the same in PEM} */
  public String certificatePem() {
    return identity.certificatePem();
  }

  /** {@return a new store that trusts this gateway and nobody else} */
  public KeyStore trustStore() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("mock-gateway", certificate());
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This JVM cannot make a trust store.", e);
    }
  }

  // What it answers.

  /**
   * Lays out replies for the next requests, behind those laid out before.
   *
   * @param replies one for each request, in this order
   * @return this gateway
   */
  public MockGateway reply(Reply... replies) {
    script.add(List.of(replies));
    return this;
  }

  /**
   * Answers by this function whenever no laid-out reply is left.
   *
   * @param function called on the gateway's thread, so it must not block; if it throws, the client
   *     gets a 500 and {@link #failures} the exception
   * @return this gateway
   */
  public MockGateway respond(Function<RecordedRequest, Reply> function) {
    script.use(function);
    return this;
  }

  /** {@return how many laid-out replies are left} */
  public int unusedReplies() {
    return script.size();
  }

  // What came.

  /**
   * {@return the first request that was not taken yet; waits for it up to ten seconds}
   *
   * @throws AssertionError if none came in time
   */
  public RecordedRequest takeRequest() {
    return takeRequest(Deadline.PATIENCE);
  }

  /**
   * {@return the first request that was not taken yet}
   *
   * @param atMost how long to wait for it
   * @throws AssertionError if none came in time
   */
  public RecordedRequest takeRequest(Duration atMost) {
    return journal.take(atMost);
  }

  /**
   * {@return all requests so far, taken or not, in the order in which they were complete; if they
   * were many, see {@link MockGatewayBuilder#keepRequests}, the newest}
   */
  public List<RecordedRequest> requests() {
    return journal.all();
  }

  /** {@return what has happened on the sockets so far} */
  public Counters counters() {
    return tally.counters();
  }

  /**
   * Waits up to ten seconds until the counters are as wished.
   *
   * @param wish looked at whenever something happens; called under a lock, so it should but compare
   * @return the counters that are as wished
   * @throws AssertionError if they are not in time
   */
  public Counters awaitCounters(Predicate<Counters> wish) {
    return awaitCounters(wish, Deadline.PATIENCE);
  }

  /**
   * Waits until the counters are as wished.
   *
   * @param wish looked at whenever something happens; called under a lock, so it should but compare
   * @param atMost how long to wait
   * @return the counters that are as wished
   * @throws AssertionError if they are not in time
   */
  public Counters awaitCounters(Predicate<Counters> wish, Duration atMost) {
    return tally.await(wish, atMost);
  }

  /** {@return what the test's own functions and steps threw} */
  public List<Throwable> failures() {
    return tally.failures();
  }

  // What happens to its connections. Each method returns when it is done.

  /**
   * Takes leave of all clients as a server that stops: GOAWAY with the newest stream as the last,
   * or {@code connection: close}; idle connections close now, others behind their last answer.
   */
  public void goAway() {
    server.goAway(new Act.GoAway(Act.GoAway.LATEST, ErrorCode.NO_ERROR.number(), ""));
  }

  /**
   * Sends GOAWAY with these words on all HTTP/2 connections, see {@link Step#goAway}.
   *
   * @param lastStreamId the last stream that is said to be processed
   * @param code why
   * @param debug sent as UTF-8
   */
  public void goAway(int lastStreamId, ErrorCode code, String debug) {
    server.goAway(new Act.GoAway(lastStreamId, code.number(), debug));
  }

  /** Closes the connections that have no request in progress. */
  public void closeIdleConnections() {
    server.closeIdleConnections();
  }

  /** Closes all connections with a TCP reset. */
  public void abortConnections() {
    server.closeConnections(true);
  }

  /**
   * Lets clients have so many streams at a time on a connection from now on.
   *
   * @param limit 0 or more
   */
  public void maxConcurrentStreams(int limit) {
    server.maxConcurrentStreams(limit);
  }

  /**
   * Stops reading from all connections there are, as if the gateway had died and its machine had
   * not: nothing is answered, not even a PING.
   */
  public void pauseReading() {
    server.reading(false);
  }

  /** Reads again. */
  public void resumeReading() {
    server.reading(true);
  }

  // Its end.

  /**
   * Forgets what was laid out and what came, counts anew, and undoes {@link #pauseReading} and
   * {@link #maxConcurrentStreams}. Connections stay, and answers in progress go on.
   */
  public void reset() {
    server.reading(true);
    server.restoreMaxConcurrentStreams();
    script.clear();
    journal.clear();
    tally.reset();
    responder.restart();
  }

  /** Closes ports and connections and ends the thread. Idempotent. */
  @Override
  public void close() {
    server.close();
  }
}
