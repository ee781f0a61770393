package dev.gatewayz.chaos;

import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts how calls end, as callers see it and as events tell it, and collects complaints. */
public final class Ledger {
  private static final int MOST_COMPLAINTS = 20;

  private final Map<String, LongAdder> ends = new ConcurrentHashMap<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  /** A caller has seen an end. */
  void ended(String how) {
    ends.computeIfAbsent(how, key -> new LongAdder()).increment();
  }

  /** Something is as it must not be. */
  public void complain(String what) {
    if (complaints.size() < MOST_COMPLAINTS) {
      complaints.add(what);
    }
  }

  /** What was not as it must be. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public String toString() {
    return "ends " + new TreeMap<>(ends);
  }

  /** What the events of one client tell. */
  final class Book implements GatewayzListener {
    private final String client;
    private final Map<Long, Boolean> open = new ConcurrentHashMap<>();
    private final LongAdder finished = new LongAdder();

    Book(String client) {
      this.client = client;
    }

    @Override
    public void onEvent(CallEvent event) {
      long call = event.call().sequence();
      if (event instanceof CallEvent.Queued) {
        if (open.put(call, true) != null) {
          complain(client + ": call " + call + " began twice");
        }
      } else if (event instanceof CallEvent.Finished) {
        finished.increment();
        if (open.remove(call) == null) {
          complain(client + ": call " + call + " finished twice, or never began");
        }
      } else if (!open.containsKey(call)) {
        complain(client + ": call " + call + " had an event behind its end: " + event);
      }
    }

    /** How many calls have told their end, which all must have done. */
    long finished() {
      if (!open.isEmpty()) {
        complain(client + ": calls that never finished: " + open.keySet());
      }
      return finished.sum();
    }
  }
}
