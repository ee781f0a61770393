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
public final class Ledger implements GatewayzListener {
  private static final int MOST_COMPLAINTS = 20;

  private final Map<String, LongAdder> ends = new ConcurrentHashMap<>();
  private final Map<Long, Boolean> open = new ConcurrentHashMap<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final LongAdder begun = new LongAdder();
  private final LongAdder finished = new LongAdder();

  @Override
  public void onEvent(CallEvent event) {
    long call = event.call().sequence();
    if (event instanceof CallEvent.Queued) {
      begun.increment();
      if (open.put(call, true) != null) {
        complain("call " + call + " began twice");
      }
    } else if (event instanceof CallEvent.Finished) {
      finished.increment();
      if (open.remove(call) == null) {
        complain("call " + call + " finished twice, or never began");
      }
    } else if (!open.containsKey(call)) {
      complain("call " + call + " had an event behind its end: " + event);
    }
  }

  /** A caller has seen an end. */
  void ended(String how) {
    ends.computeIfAbsent(how, key -> new LongAdder()).increment();
  }

  /** Something is as it must not be. */
  void complain(String what) {
    if (complaints.size() < MOST_COMPLAINTS) {
      complaints.add(what);
    }
  }

  /** What was not as it must be, an event that is missing included. */
  public List<String> complaints() {
    if (!open.isEmpty()) {
      complain("calls that never finished: " + open.keySet());
    }
    return List.copyOf(complaints);
  }

  /** How many calls have told their end. */
  public long finished() {
    return finished.sum();
  }

  @Override
  public String toString() {
    return "begun " + begun + ", finished " + finished + ", ends " + new TreeMap<>(ends);
  }
}
