package dev.gatewayz.internal.call;

import dev.gatewayz.Concurrency;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.request.CallRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The queues of a client: one for each gateway and key, and for each model if that is wanted.
 * Thread-safe.
 */
public final class GatewayQueues {
  /** Beyond that, queues that nobody uses are let go of, with what they have learned. */
  private static final int MANY = 256;

  private final Concurrency concurrency;
  private final int maxWaiting;
  private final LongSupplier clock;
  private final Map<Key, GatewayQueue> queues = new ConcurrentHashMap<>();

  /** What a queue is for. */
  private record Key(Origin origin, @Nullable String secret, String model) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && origin.equals(that.origin)
          && Objects.equals(secret, that.secret)
          && model.equals(that.model);
    }

    @Override
    public int hashCode() {
      return (origin.hashCode() * 31 + Objects.hashCode(secret)) * 31 + model.hashCode();
    }

    @Override
    public String toString() {
      return "Key[" + origin + ", " + model + "]";
    }
  }

  /**
   * What the queues of one origin hold.
   *
   * @param limit how many requests may be under way
   * @param waiting how many wait
   */
  public record State(int limit, int waiting) {
    private State plus(State other) {
      return new State(limit + other.limit, waiting + other.waiting);
    }
  }

  /**
   * Queues that are all empty.
   *
   * @param maxWaiting how many new calls may wait in each
   * @param clock tells the time in nanoseconds, which are counted from 1970 on here, as in other
   *     clients
   */
  public GatewayQueues(Concurrency concurrency, int maxWaiting, LongSupplier clock) {
    this.concurrency = concurrency;
    this.maxWaiting = maxWaiting;
    long since1970 = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - clock.getAsLong();
    this.clock = () -> clock.getAsLong() + since1970;
  }

  /** Whether there are any queues. */
  boolean isOpen() {
    return concurrency.isUnlimited();
  }

  /** The turn of a request that is about to be sent. */
  Turn turnOf(CallRequest request, Turn.Owner owner, CallLoop loop) {
    RequestHead head = request.head();
    return isOpen() || head == null
        ? Turn.FREE
        : new Turn(queue(head, request.modelName()), laneOf(request), owner, loop);
  }

  /** Those who wait take turns by this. */
  String laneOf(CallRequest request) {
    String tag = concurrency.fairTag();
    String value = tag == null ? null : request.policy().tags().get(tag);
    return value == null ? request.modelName() : request.modelName() + '\n' + value;
  }

  private GatewayQueue queue(RequestHead head, String model) {
    if (queues.size() >= MANY) {
      queues.values().removeIf(GatewayQueue::isIdle);
    }
    String of = concurrency.isPerModel() ? model : "";
    return queues.computeIfAbsent(
        new Key(head.origin(), head.secret(), of),
        key ->
            new GatewayQueue(
                new AdaptiveLimit(concurrency.min(), concurrency.max()), maxWaiting, clock));
  }

  /** What is held for each origin at this moment, by its name. */
  public Map<String, State> states() {
    Map<String, State> states = new HashMap<>();
    queues.forEach(
        (key, queue) ->
            states.merge(
                key.origin().toString(), new State(queue.limit(), queue.waiting()), State::plus));
    return states;
  }
}
