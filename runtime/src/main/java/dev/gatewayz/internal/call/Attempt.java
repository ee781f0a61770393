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
final class Attempt extends Exchange implements ResponseSink, Race.Runner {
  private final Call call;
  private final CallRequest request;
  private final RequestBody body;
  private final int number;
  private final Turn turn;
  private final Response response;
  private final Answer answer;
  private final AttemptClock clock;

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
    this.clock =
        new AttemptClock(
            call.caller().receiver().isStreamed(), request.policy().deadlines(), waitingSince);
    this.response = new Response(request, call.stages().rules(), this);
    this.answer = call.caller().answers().newAnswer(this, response, call.context().index());
  }

  /** Waits for a connection, and is sent. */
  void submit() {
    call.context().submit(this);
  }

  /** Lets go of the response: nobody wants it any more. */
  @Override
  public void drop() {
    if (clock.isWaiting()) {
      call.context().withdraw(this);
    }
    clock.ends();
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

  @Override
  public boolean isOver() {
    return clock.isOver();
  }

  @Override
  public boolean isSilent() {
    return clock.isSilent();
  }

  @Override
  public long lastSign() {
    return clock.lastSign();
  }

  /** The caller wanted nothing until {@code now}; returns for how long nothing was heard. */
  long excuse(long now) {
    return clock.excuse(now);
  }

  @Nullable String serverRequestId() {
    return response.serverRequestId();
  }

  // Deadlines.

  @Override
  public long due() {
    return clock.due();
  }

  @Override
  public void checkDeadline(long now) {
    if (!clock.isOver() && now - clock.due() >= 0) {
      late(clock.phase(), clock.limit());
    }
  }

  @Override
  public void late(Phase phase, Duration limit) {
    if (clock.isOver()) {
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
    return !call.caller().receiver().isStreamed();
  }

  @Override
  public boolean isWanted() {
    return clock.isWanted();
  }

  @Override
  public void onSent() {
    if (!isWanted()) {
      abort();
      return;
    }
    long waited = clock.sent(System.nanoTime());
    call.clock().onPhase();
    if (call.watch().isHeard()) {
      call.watch().sent(number, call.requestId(), waited, head().origin(), turn);
    }
  }

  @Override
  public void onWaiting() {
    if (isWanted()) {
      clock.waits(System.nanoTime());
      call.clock().onPhase();
    }
  }

  @Override
  public void onHead(ResponseHead head) {
    if (!isWanted()) {
      return;
    }
    clock.responds(call.context().clock().last());
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
      boolean begun = call.caller().receiver().hasDelivered() || answer.content().hasWords();
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
    if (clock.arrives()) {
      call.attempts().begun(this);
    }
  }

  @Override
  public void spoke() {
    if (clock.speaks(call.context().clock().last())) {
      call.clock().onPhase();
      call.watch().begun(clock.lastSign());
    }
  }

  @Override
  public void answered() {
    if (!clock.isOver()) {
      clock.ends();
      turn.answered();
      call.attempts().answered(this);
    }
  }

  @Override
  public void failed(GatewayzException failure) {
    if (!clock.isOver()) {
      turn.failed(failure);
      drop();
      call.attempts().failed(this, failure);
    }
  }

  @Override
  public void ending() {
    if (isWanted()) {
      clock.ending();
      abort();
    }
  }

  @Override
  public <T> void elsewhere(Supplier<T> work, Consumer<T> then) {
    call.context().elsewhere(call, work, then);
  }
}
