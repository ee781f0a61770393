package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.answer.Answer;
import dev.gatewayz.internal.answer.Failures;
import dev.gatewayz.internal.answer.Response;
import dev.gatewayz.internal.answer.ResponseSink;
import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.RequestBody;
import dev.gatewayz.internal.time.Nanos;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request of a call on the wire, and its answer. It ends once, with an answer or a failure, or
 * is dropped by its call; whatever comes later of its response is not looked at. Runs on the loop
 * of the call.
 */
final class Attempt extends Exchange implements ResponseSink {
  private final Call call;
  private final CallRequest request;
  private final RequestBody body;
  private final int number;
  private final Turn turn;
  private final Response response;
  private final Answer answer;
  private State state = State.WAITING;
  private boolean hasArrived;
  private boolean hasSpoken;

  /** When its wait for a connection began; what it waited for earlier ones counts, too. */
  private long waitingSince;

  /** The last time that something was heard of the server. */
  private long lastSign;

  /** Without a connection, sent, answered by a head, about to fail, or of no interest any more. */
  private enum State {
    WAITING,
    SENT,
    RESPONDING,
    FAILING,
    OVER
  }

  /**
   * An attempt that is about to wait for a connection.
   *
   * @param number which of the call's it is, from 1
   * @param turn of this request, which it has
   * @param waitingSince when the wait began
   */
  Attempt(Call call, int number, Turn turn, long waitingSince) {
    this.call = call;
    this.request = call.attempts().request();
    this.body = request.toSend();
    this.number = number;
    this.turn = turn;
    this.waitingSince = waitingSince;
    this.response = new Response(request, call.stages().rules(), this);
    this.answer = call.answers().newAnswer(this, response, call.context().index());
  }

  /** Waits for a connection, and is sent. */
  void submit() {
    call.context().submit(this);
  }

  /** Lets go of the response: nobody wants it any more. */
  void drop() {
    if (state == State.WAITING) {
      call.context().withdraw(this);
    }
    state = State.OVER;
    turn.leave();
    abort();
  }

  // What the call asks.

  int number() {
    return number;
  }

  Answer answer() {
    return answer;
  }

  boolean isOver() {
    return state == State.OVER;
  }

  boolean isSent() {
    return state == State.SENT || state == State.RESPONDING;
  }

  /** Whether it was sent and nothing of the answer has come. */
  boolean isSilent() {
    return !hasArrived && isSent();
  }

  long lastSign() {
    return lastSign;
  }

  /** The caller wanted nothing until {@code now}; returns for how long nothing was heard. */
  long excuse(long now) {
    long silence = now - lastSign;
    lastSign = now;
    return silence;
  }

  @Nullable String serverRequestId() {
    return response.serverRequestId();
  }

  // Deadlines.

  /** When it is late unless something comes before; an answer in one piece has all the time. */
  long due() {
    Phase phase = phase();
    return phase == Phase.TOTAL
        ? lastSign + Nanos.LONGEST
        : (phase == Phase.ACQUIRE ? waitingSince : lastSign) + Nanos.of(limitOf(phase));
  }

  /** Ends it if it is late. */
  void checkDeadline(long now) {
    if (state != State.OVER && now - due() >= 0) {
      Phase phase = phase();
      late(phase, limitOf(phase));
    }
  }

  /** A deadline has passed. */
  void late(Phase phase, Duration limit) {
    if (state == State.OVER) {
      return;
    }
    if (answer.isFinished()) {
      answered();
      return;
    }
    Connection carrier = connection();
    if (carrier != null) {
      carrier.suspect();
    }
    Origin origin = head().origin();
    failed(
        phase == Phase.ACQUIRE && !call.context().isReached(origin)
            ? Failures.unreached(info(), origin, limit, partial())
            : Failures.late(info(), phase, limit, partial()));
  }

  private Phase phase() {
    if (state == State.WAITING) {
      return Phase.ACQUIRE;
    }
    if (state == State.FAILING) {
      return Phase.TOTAL;
    }
    if (call.receiver().isStreamed()) {
      return hasSpoken ? Phase.IDLE : Phase.FIRST_TOKEN;
    }
    return state == State.RESPONDING ? Phase.IDLE : Phase.TOTAL;
  }

  private Duration limitOf(Phase phase) {
    return CallClock.limitOf(phase, request.policy().deadlines());
  }

  // What the connection asks and tells.

  @Override
  public RequestHead head() {
    return Objects.requireNonNull(request.head(), "A call without key is never sent.");
  }

  @Override
  public AsciiString requestId() {
    return call.requestId();
  }

  @Override
  public int bodyLength() {
    return body.length();
  }

  @Override
  public ByteBuf body(ByteBufAllocator allocator) {
    return body.toBuffer(allocator);
  }

  @Override
  public boolean wantsWideWindow() {
    return !call.receiver().isStreamed();
  }

  @Override
  public boolean isWanted() {
    return state.compareTo(State.FAILING) < 0;
  }

  @Override
  public void onSent() {
    if (!isWanted()) {
      abort();
      return;
    }
    state = State.SENT;
    lastSign = System.nanoTime();
    call.clock().onPhase();
    call.watch().sent(number, call.requestId(), lastSign - waitingSince, head().origin(), turn);
  }

  @Override
  public void onWaiting() {
    if (isWanted()) {
      if (state != State.WAITING) {
        state = State.WAITING;
        waitingSince += System.nanoTime() - lastSign;
      }
      call.clock().onPhase();
    }
  }

  @Override
  public void onHead(ResponseHead head) {
    if (!isWanted()) {
      return;
    }
    state = State.RESPONDING;
    if (!call.receiver().isStreamed()) {
      // Of a stream, only what the model says is a sign of life.
      lastSign = System.nanoTime();
    }
    call.clock().onPhase();
    call.stages().limits().onHead(head);
    turn.onHead(head);
    boolean good = answer.accepts(head.status());
    response.onHead(head, good);
    if (good) {
      answer.onHead(head);
    }
  }

  @Override
  public int onBody(ByteBuf data) {
    int size = data.readableBytes();
    if (!isWanted()) {
      return size;
    }
    if (response.isError()) {
      response.onErrorBody(data);
      return size;
    }
    return answer.onBody(data);
  }

  @Override
  public void onEnd() {
    if (!isWanted()) {
      call.clock().ranOut();
    } else if (response.isError()) {
      response.onErrorEnd();
    } else {
      answer.onEnd();
    }
  }

  @Override
  public void onFailure(TransportException failure) {
    if (!isWanted()) {
      call.clock().ranOut();
    } else if (answer.isFinished() && failure.kind() != TransportException.Kind.CLOSED) {
      answered();
    } else {
      String message = request.withoutSecret(String.valueOf(failure.getMessage()));
      boolean begun = call.receiver().hasDelivered() || answer.content().hasWords();
      failed(Failures.of(info(), failure, message, request.origin(), partial(), begun));
    }
  }

  @Override
  public void onThrown(Throwable thrown) {
    call.onThrown(thrown);
  }

  @Override
  public CallInfo info() {
    return call.attempts().info(this);
  }

  @Override
  public Partial partial() {
    return call.account().partial(answer.content());
  }

  @Override
  public void arrived() {
    if (!hasArrived) {
      hasArrived = true;
      call.attempts().begun(this);
    }
  }

  @Override
  public void spoke() {
    lastSign = System.nanoTime();
    if (!hasSpoken) {
      hasSpoken = true;
      call.clock().onPhase();
      call.watch().begun(lastSign);
    }
  }

  @Override
  public void answered() {
    if (state != State.OVER) {
      state = State.OVER;
      turn.answered();
      call.attempts().answered(this);
    }
  }

  @Override
  public void failed(GatewayzException failure) {
    if (state != State.OVER) {
      turn.failed(failure);
      drop();
      call.attempts().failed(this, failure);
    }
  }

  @Override
  public void failing() {
    if (isWanted()) {
      state = State.FAILING;
      abort();
    }
  }

  @Override
  public <T> void elsewhere(Supplier<T> work, Consumer<T> then) {
    call.context().elsewhere(call, work, then);
  }
}
