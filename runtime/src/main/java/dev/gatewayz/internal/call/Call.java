package dev.gatewayz.internal.call;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ConnectionException.Reason;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.transport.DeadlineWheel;
import dev.gatewayz.internal.transport.LoopContext;
import dev.gatewayz.internal.wire.ErrorBody;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import dev.gatewayz.usage.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its start to its only end. Everything but {@link #start} and {@link #cancel} runs
 * on the loop that {@link #start} chose.
 *
 * <p>What all calls have in common is here: the states, the deadlines, error responses, and the
 * decision to try again. What becomes of the body of a good response is the subclasses' affair.
 */
abstract class Call extends Exchange implements Runnable {
  private static final long LINGER = TimeUnit.SECONDS.toNanos(1);
  private static final int MAX_ERROR_BODY = 64 * 1024;
  private static final int MAX_EXCERPT = 8 * 1024;

  /** Where the call is; it comes back to WAITING when it is tried again. */
  private enum State {
    /** Not begun. */
    NEW,
    /** No connection yet. */
    WAITING,
    /** The request is on its way. */
    SENT,
    /** The response has begun. */
    RESPONDING,
    /** Waits before it is tried again. */
    PAUSING,
    /** Has ended; the exchange may still be running out. */
    ENDED
  }

  final CallEngine engine;
  final CallRequest request;
  private final AsciiString requestId;
  private final Deadline deadline = new Deadline(this);
  private @Nullable LoopContext context;

  private State state = State.NEW;
  private volatile boolean cancelled;
  private int attempts;
  private long startedAt;
  private long waitingSince;
  private long lastSign;

  private int status;
  private @Nullable String serverRequestId;
  private @Nullable Duration retryAfter;
  private @Nullable String rateLimitScope;
  private @Nullable BodyBuffer errorBody;

  Call(CallEngine engine, CallRequest request) {
    this.engine = engine;
    this.request = request;
    this.requestId = engine.nextRequestId();
  }

  // What the subclasses decide.

  /** The response is good and its body follows. */
  abstract void onGoodHead(ResponseHead head);

  /** A part of the body of a good response; returns how many bytes are credited at once. */
  abstract int onGoodBody(ByteBuf data);

  /** The body of a good response has ended. */
  abstract void onGoodEnd();

  /** Nothing of the answer was handed on, and it begins anew: forget what was read. */
  abstract void reset();

  /** Whether a piece of the answer has arrived. */
  abstract boolean hasBegun();

  /** Whether something of the answer was handed on, so that the call cannot be repeated. */
  abstract boolean hasDelivered();

  /** What has arrived of the answer. */
  abstract Partial partial();

  /** The tokens, as far as they were reported. */
  abstract @Nullable Usage usage();

  /** What Gatewayz added, if anything. */
  abstract @Nullable GatewayUsage gatewayUsage();

  /** Whether the caller wants nothing at present, so that silence is no fault of the server. */
  abstract boolean isPaused();

  /** Whether to wait for the first token and not just for the whole. */
  abstract boolean isStreamed();

  /** Whether the caller has made the call impossible, and has been told so. */
  boolean isRefused() {
    return false;
  }

  /** The call has failed for good: tell the caller. Called once. */
  abstract void onFailed(GatewayzException failure);

  /** The caller has cancelled: let go of everything. */
  abstract void onCancelled();

  // The beginning and the end.

  /** Begins the call. Any thread, once. */
  final void start() {
    LoopContext chosen = engine.transport().pick();
    context = chosen;
    startedAt = System.nanoTime();
    if (chosen.isCurrent()) {
      run();
    } else {
      engine.execute(chosen, this, this::rejected);
    }
  }

  /** Takes the first step on the loop. */
  @Override
  public final void run() {
    if (cancelled) {
      endCancelled();
    } else if (isRefused()) {
      stop();
    } else if (request.head() == null) {
      finish(ApiErrors.missingKey(info()));
    } else {
      submit();
    }
  }

  /** Ends the call by the caller's wish. Any thread, any number of times. */
  final void cancel() {
    if (cancelled) {
      return;
    }
    cancelled = true;
    LoopContext chosen = context;
    if (chosen == null) {
      return;
    }
    if (chosen.isCurrent()) {
      endCancelled();
    } else {
      engine.execute(chosen, this::endCancelled, () -> {});
    }
  }

  final boolean isCancelled() {
    return cancelled;
  }

  /** Whether the call has ended, though the response may still be running out. */
  final boolean hasEnded() {
    return state == State.ENDED;
  }

  final LoopContext context() {
    LoopContext chosen = context;
    if (chosen == null) {
      throw new IllegalStateException("The call has not begun.");
    }
    return chosen;
  }

  /** The answer is complete: no deadline and no failure matters any more. */
  final void succeeded() {
    end();
    engine.record(this, Outcome.SUCCESS);
  }

  /** The answer is of no use, or there is none: try again or give up. */
  final void failed(GatewayzException failure) {
    if (state == State.ENDED) {
      return;
    }
    letGo();
    long delay = hasDelivered() ? -1 : engine.retries().delay(failure, attempts);
    long now = System.nanoTime();
    if (delay < 0 || now + delay - startedAt >= request.deadlines().total()) {
      finish(failure);
      return;
    }
    reset();
    state = State.PAUSING;
    waitingSince = now;
    context().deadlines().arm(deadline, now + delay);
  }

  private void submit() {
    attempts++;
    state = State.WAITING;
    long now = System.nanoTime();
    waitingSince = now;
    lastSign = now;
    status = 0;
    serverRequestId = null;
    retryAfter = null;
    rateLimitScope = null;
    errorBody = null;
    armDeadline();
    context().submit(this);
  }

  private void rejected() {
    finish(new ClientClosedException(info(), Partial.NONE));
  }

  /** Ends the call from this side, without a word to the caller. */
  final void stop() {
    if (state != State.ENDED) {
      letGo();
      end();
      engine.record(this, Outcome.CANCELLED);
    }
  }

  private void endCancelled() {
    stop();
    onCancelled();
  }

  private void finish(GatewayzException failure) {
    end();
    engine.record(this, Outcome.FAILURE);
    onFailed(failure);
  }

  private void end() {
    state = State.ENDED;
    context().callEnded();
    if (connection() != null) {
      // The peer is expected to end the response by itself; if it does not, it is told to.
      context().deadlines().arm(deadline, System.nanoTime() + LINGER);
    } else {
      context().deadlines().disarm(deadline);
    }
  }

  /** Leaves the connection or the queue for one. */
  private void letGo() {
    if (connection() != null) {
      abort();
    } else if (state == State.WAITING) {
      context().withdraw(this);
    }
  }

  // What the connection tells.

  @Override
  public final RequestHead head() {
    RequestHead head = request.head();
    if (head == null) {
      throw new IllegalStateException("A call without key is never sent.");
    }
    return head;
  }

  @Override
  public final AsciiString requestId() {
    return requestId;
  }

  @Override
  public final byte[] body() {
    return request.body();
  }

  @Override
  public final int bodyLength() {
    return request.bodyLength();
  }

  @Override
  public final void onSent() {
    state = State.SENT;
    lastSign = System.nanoTime();
  }

  @Override
  public final void onWaiting() {
    state = State.WAITING;
    waitingSince = System.nanoTime();
  }

  @Override
  public final boolean wantsWideWindow() {
    return !isStreamed();
  }

  @Override
  public final void onHead(ResponseHead head) {
    state = State.RESPONDING;
    status = head.status();
    serverRequestId = head.header("x-request-id");
    if (status == 200) {
      onGoodHead(head);
    } else {
      retryAfter = RetryAfter.of(head, Instant.now());
      rateLimitScope = head.header("x-ratelimit-scope");
      errorBody = new BodyBuffer(MAX_ERROR_BODY);
    }
  }

  @Override
  public final int onBody(ByteBuf data) {
    if (state == State.ENDED) {
      return data.readableBytes();
    }
    BodyBuffer error = errorBody;
    if (error == null) {
      return onGoodBody(data);
    }
    int size = data.readableBytes();
    if (!error.append(data)) {
      failWithErrorBody();
    }
    return size;
  }

  @Override
  public final void onEnd() {
    if (state == State.ENDED) {
      context().deadlines().disarm(deadline);
    } else if (errorBody != null) {
      failWithErrorBody();
    } else {
      onGoodEnd();
    }
  }

  @Override
  public final void onFailure(TransportException failure) {
    if (state == State.ENDED) {
      context().deadlines().disarm(deadline);
    } else {
      onBroken(failure);
    }
  }

  /** The transport gave up. */
  void onBroken(TransportException failure) {
    failed(exceptionOf(failure));
  }

  /** A sign of life that counts: a piece of the answer, not a comment. */
  final void signOfLife() {
    lastSign = System.nanoTime();
  }

  // Errors.

  /** Which call this is, as errors name it. */
  final CallInfo info() {
    String id = serverRequestId == null ? requestId.toString() : serverRequestId;
    return new CallInfo(request.promptId(), request.model().name(), attempts, id);
  }

  final int attempts() {
    return attempts;
  }

  /** What the server said inside a good response, as an exception. */
  final GatewayzException errorInAnswer(byte[] bytes, int offset, int length) {
    String text = withoutSecret(bytes, offset, length);
    ErrorBody said = ErrorBodyReader.read(text);
    return ApiErrors.of(
        info(), ApiErrors.recoverStatus(said), said, retryAfter, rateLimitScope, excerpt(text));
  }

  final ProtocolException notUnderstood(String what, byte[] bytes, int offset, int length) {
    return new ProtocolException(
        info(),
        what,
        "Check that the API base is that of a gateway.",
        excerpt(withoutSecret(bytes, offset, length)),
        partial(),
        null);
  }

  private void failWithErrorBody() {
    BodyBuffer body = errorBody;
    String text = body == null ? "" : withoutSecret(body.bytes(), 0, body.size());
    ErrorBody said = ErrorBodyReader.read(text);
    failed(ApiErrors.of(info(), status, said, retryAfter, rateLimitScope, excerpt(text)));
  }

  /** What a server says may repeat the key; nothing that is made of it here does. */
  private String withoutSecret(byte[] bytes, int offset, int length) {
    return head().withoutSecret(new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  private static String excerpt(String text) {
    return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT) + "…";
  }

  private GatewayzException exceptionOf(TransportException failure) {
    CallInfo call = info();
    String what = failure.getMessage() == null ? "The connection failed." : failure.getMessage();
    if (failure.kind() == TransportException.Kind.CLOSED) {
      return new ClientClosedException(call, partial());
    }
    if (state == State.RESPONDING && (hasDelivered() || !partial().isEmpty())) {
      return new StreamInterruptedException(
          call,
          what,
          "The part of the answer that had arrived is in partial().",
          partial(),
          failure);
    }
    return switch (failure.kind()) {
      case RESOLVE ->
          new ConnectionException(
              call, Reason.UNKNOWN_HOST, what, "Check the API base and the network.", failure);
      case CONNECT ->
          new ConnectionException(
              call, Reason.CONNECT, what, "Check the API base and the network.", failure);
      case TLS ->
          new ConnectionException(
              call,
              Reason.TLS,
              what,
              "Check the API base, and whether the server's certificate is one you trust.",
              failure);
      case PROTOCOL ->
          new ProtocolException(
              call, what, "Support needs the request id.", "", partial(), failure);
      default -> new ConnectionException(call, Reason.RESET, what, "Try again.", failure);
    };
  }

  // Deadlines.

  private void armDeadline() {
    context().deadlines().arm(deadline, Math.min(due(), startedAt + request.deadlines().total()));
  }

  /** When the present phase is over. */
  private long due() {
    Deadlines limits = request.deadlines();
    return switch (state) {
      case WAITING -> waitingSince + limits.acquire();
      case SENT -> isStreamed() ? lastSign + limits.firstToken() : Long.MAX_VALUE / 2 + startedAt;
      default -> lastSign + (hasBegun() || !isStreamed() ? limits.idle() : limits.firstToken());
    };
  }

  private void onDeadline(long now) {
    if (state == State.ENDED) {
      abort();
      return;
    }
    if (state == State.PAUSING) {
      submit();
      return;
    }
    if (isPaused()) {
      lastSign = now;
    }
    Deadlines limits = request.deadlines();
    if (now - startedAt >= limits.total()) {
      suspectConnection();
      failed(late(Phase.TOTAL, limits.total(), "The call was not done"));
    } else if (now - due() < 0) {
      armDeadline();
    } else if (state == State.WAITING) {
      failed(late(Phase.ACQUIRE, limits.acquire(), "There was no connection with room"));
    } else if (hasBegun() || !isStreamed()) {
      suspectConnection();
      onSilence(late(Phase.IDLE, limits.idle(), "Nothing more of the answer came"));
    } else {
      suspectConnection();
      failed(late(Phase.FIRST_TOKEN, limits.firstToken(), "The answer did not begin"));
    }
  }

  private void suspectConnection() {
    Connection carrier = connection();
    if (carrier != null) {
      carrier.suspect();
    }
  }

  /** The server is silent in the middle of an answer. */
  void onSilence(DeadlineExceededException failure) {
    failed(failure);
  }

  private DeadlineExceededException late(Phase phase, long limit, String what) {
    Duration duration = Duration.ofNanos(limit);
    String advice =
        switch (phase) {
          case ACQUIRE -> "Allow more connections, or fewer calls at once.";
          case FIRST_TOKEN -> "Allow more time, or take a faster model.";
          case IDLE -> "The part of the answer that had arrived is in partial().";
          case TOTAL -> "Allow more time, or ask for fewer tokens.";
        };
    return new DeadlineExceededException(
        info(),
        phase,
        duration,
        what + " within " + text(duration) + " (" + phase + ").",
        advice,
        partial());
  }

  private static String text(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
  }

  /** The one timer of a call. */
  private static final class Deadline extends DeadlineWheel.Timed {
    private final Call call;

    Deadline(Call call) {
      this.call = call;
    }

    @Override
    protected void onDeadline(long now) {
      call.onDeadline(now);
    }
  }
}
