package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.internal.http.ResponseHead;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The turn of one request at its gateway: it is waited for, taken, and given back once, with what
 * became of the request. Thread-safe.
 */
final class Turn {
  /** The turn of a request that need not wait for one: nothing is counted. */
  static final Turn FREE = new Turn();

  private final @Nullable GatewayQueue queue;
  private final String lane;
  private final @Nullable Owner owner;
  private final @Nullable CallLoop loop;

  /** Guarded by the lock of the queue, as are the times. */
  private Phase phase = Phase.NEW;

  private long sentAt;
  private long begunAt;
  private boolean hasBegun;

  /** Where a turn is. */
  enum Phase {
    NEW,
    WAITING,
    TAKEN,
    OVER
  }

  /** Who has a turn. */
  interface Owner {

    /** The turn has come: the request may be sent. On the loop of the owner. */
    void onTurn();
  }

  private Turn() {
    queue = null;
    lane = "";
    owner = null;
    loop = null;
  }

  /**
   * A turn that is not waited for yet.
   *
   * @param queue of the gateway
   * @param lane of that queue
   * @param owner is told when it has come
   * @param loop on which that is
   */
  Turn(GatewayQueue queue, String lane, Owner owner, CallLoop loop) {
    this.queue = queue;
    this.lane = lane;
    this.owner = owner;
    this.loop = loop;
  }

  /**
   * Takes the turn, now or later.
   *
   * @param again whether the request was sent before and turned away, so that it comes first
   * @return whether now; else the owner is told
   */
  boolean take(boolean again) {
    return queue == null || queue.take(this, again);
  }

  /** Takes the turn if it need not be waited for. */
  boolean takeNow() {
    return queue == null || queue.takeNow(this);
  }

  /** Whether so many wait already that a new call should not. */
  boolean isCrowded() {
    return queue != null && queue.isFull();
  }

  /** What a call hears that should not wait. */
  static TooManyCallsException crowded(CallInfo call) {
    return new TooManyCallsException(
        call,
        "Too many calls wait for their turn at the gateway.",
        "Make fewer calls at once, or let more wait, by maxConcurrentCalls.");
  }

  /** What a call hears whose event loop has ended, or does not take it. */
  static GatewayzException notTaken(CallInfo call, boolean ended) {
    if (ended) {
      return new ClientClosedException(call, Partial.NONE);
    }
    return new TooManyCallsException(
        call,
        "The event loop of the call has taken nothing for too long.",
        "Make fewer calls at once, or let the queues of the event loops be longer.");
  }

  /** The request was answered. */
  void answered() {
    end(GatewayQueue.Outcome.ANSWERED, 0);
  }

  /** The request has failed. */
  void failed(GatewayzException failure) {
    if (queue != null) {
      boolean refused = Overload.isShownBy(failure);
      end(
          refused ? GatewayQueue.Outcome.REFUSED : GatewayQueue.Outcome.NEITHER,
          refused ? Overload.restAfter(failure) : 0);
    }
  }

  /** The request is not wanted any more. */
  void leave() {
    end(GatewayQueue.Outcome.NEITHER, 0);
  }

  private void end(GatewayQueue.Outcome outcome, long rest) {
    if (queue != null) {
      queue.end(this, outcome, rest);
    }
  }

  /** An answer begins: takes note of when, and what the gateway says about its own limits. */
  void onHead(ResponseHead head) {
    if (queue != null) {
      queue.begun(this);
      long reset = RateHeaders.reset(head);
      if (reset > 0) {
        queue.remaining(RateHeaders.remaining(head), reset);
      }
    }
  }

  /** How many requests the gateway takes at once now, 0 for any number. */
  int limit() {
    return queue == null ? 0 : queue.limit();
  }

  // For the queue alone.

  String lane() {
    return lane;
  }

  Owner owner() {
    return Objects.requireNonNull(owner, "Only those who wait are told.");
  }

  CallLoop loop() {
    return Objects.requireNonNull(loop, "Only those who wait are told.");
  }

  Phase phase() {
    return phase;
  }

  void become(Phase next) {
    phase = next;
  }

  long sentAt() {
    return sentAt;
  }

  void sentAt(long now) {
    sentAt = now;
  }

  /** When the answer began, {@code otherwise} if nobody has said. */
  long begunAt(long otherwise) {
    return hasBegun ? begunAt : otherwise;
  }

  void begun(long now) {
    begunAt = now;
    hasBegun = true;
  }
}
