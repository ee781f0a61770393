package dev.gatewayz.internal.call;

import dev.gatewayz.error.GatewayzException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Clients and a gateway in a time that passes only from event to event. The gateway takes so many
 * requests at once and turns others away at once, or lets them wait; an answer takes {@link
 * #ANSWER} on average.
 */
final class Simulation {
  static final long ANSWER = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long ROUND_TRIP = TimeUnit.MILLISECONDS.toNanos(20);

  final Random random = new Random(7);
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long now;
  private long number;

  /** How many requests the gateway takes; 0 in an outage. */
  int capacity;

  /** What it says when it turns one away, in nanoseconds. */
  long retryAfter;

  /** Whether it lets those wait that it cannot take yet, first come first served. */
  boolean queues;

  /** How long an answer takes, in parts of {@link #ANSWER}. */
  DoubleSupplier length = () -> 0.5 + random.nextDouble();

  /** When an answer begins, as a part of the time that it takes. */
  double begins = 1;

  private int taken;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  long answered;
  long refused;

  /** From when each was sent to when its answer began, all together. */
  private long waited;

  final List<Long> arrivals = new ArrayList<>();
  final Map<String, Long> answeredByLane = new HashMap<>();

  /** Something that happens. */
  private record Event(long at, long number, Runnable run) {}

  /** A gateway of that capacity. */
  Simulation(int capacity) {
    this.capacity = capacity;
  }

  long now() {
    return now;
  }

  void at(long delay, Runnable run) {
    events.add(new Event(now + delay, number++, run));
  }

  /** Lets so much time pass. */
  void run(long nanos) {
    long end = now + nanos;
    while (!events.isEmpty() && events.peek().at() <= end) {
      Event next = events.remove();
      now = next.at();
      next.run().run();
    }
    now = end;
  }

  /** Forgets what was counted. */
  void startCounting() {
    answered = 0;
    refused = 0;
    waited = 0;
    arrivals.clear();
    answeredByLane.clear();
  }

  /**
   * How much was answered over that time, as a share of what a client gets that always has as many
   * requests under way as the gateway takes.
   */
  double utilization(long nanos) {
    return answered * (double) (ANSWER + ROUND_TRIP) / ((double) nanos * capacity);
  }

  /** Answers of very different length: one in a hundred is ten times the most usual, or more. */
  void spread() {
    length = () -> Math.exp(random.nextGaussian() - 0.5);
  }

  /** How much was answered over that time, as a share of what the gateway can. */
  double served(long nanos) {
    return answered * (double) ANSWER / ((double) nanos * capacity);
  }

  /** How long it took on average until an answer began. */
  long latency() {
    return waited / Math.max(1, answered);
  }

  /** The gateway serves those that wait, as far as it can. */
  void serve() {
    while (taken < capacity && !waiting.isEmpty()) {
      taken++;
      waiting.remove().run();
    }
  }

  /** A client whose calls go through one queue. */
  final class Client {
    final GatewayQueue queue;
    long done;

    Client(int min, int max) {
      queue =
          new GatewayQueue(new AdaptiveLimit(min, max), Integer.MAX_VALUE, Simulation.this::now);
    }

    /** Keeps so many calls of a lane under way or waiting. */
    void keep(String lane, int calls) {
      for (int i = 0; i < calls; i++) {
        new Call(lane).start(false);
      }
    }

    /** One of the calls; when it is answered the next one begins. */
    private final class Call implements Turn.Owner, CallLoop {
      private final String lane;
      private Turn turn;

      Call(String lane) {
        this.lane = lane;
      }

      void start(boolean again) {
        turn = new Turn(queue, lane, this, this);
        if (turn.take(again)) {
          send();
        }
      }

      @Override
      public void onTurn() {
        send();
      }

      @Override
      public boolean onLoop(Runnable step) {
        return onLoopAfter(0, step);
      }

      @Override
      public void onThrown(Throwable thrown) {
        throw new AssertionError(thrown);
      }

      @Override
      public GatewayzException defect(Throwable thrown) {
        throw new AssertionError(thrown);
      }

      @Override
      public boolean onLoopAfter(long nanos, Runnable step) {
        at(nanos, step);
        return true;
      }

      private void send() {
        at(ROUND_TRIP / 2, this::arrive);
      }

      private void arrive() {
        arrivals.add(now);
        if (taken >= capacity && !queues) {
          refused++;
          at(ROUND_TRIP / 2, this::turnedAway);
          return;
        }
        waiting.add(this::begin);
        serve();
      }

      private void begin() {
        long took = (long) (ANSWER * length.getAsDouble());
        at((long) (took * begins) + ROUND_TRIP / 2, this::head);
        at(
            took,
            () -> {
              taken--;
              answered++;
              answeredByLane.merge(lane, 1L, Long::sum);
              done++;
              at(ROUND_TRIP / 2, this::end);
              serve();
            });
      }

      private void head() {
        queue.begun(turn);
        waited += turn.begunAt(now) - turn.sentAt();
      }

      private void turnedAway() {
        queue.end(turn, GatewayQueue.Outcome.REFUSED, retryAfter);
        start(true);
      }

      private void end() {
        turn.answered();
        new Call(lane).start(false);
      }
    }
  }
}
