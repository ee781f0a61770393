package dev.gatewayz.sample.desk;

import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.sample.http.JsonText;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The newest events of calls, in words. Thread-safe. */
final class Activity implements GatewayzListener {
  private static final int KEPT = 30;

  private final Deque<String> lines = new ArrayDeque<>();

  @Override
  public void onEvent(CallEvent event) {
    String words = words(event);
    if (words != null) {
      add("call " + event.call().sequence() + ' ' + words);
    }
  }

  private static @Nullable String words(CallEvent event) {
    if (event instanceof CallEvent.Sent sent) {
      return "sent to " + sent.call().model() + ", attempt " + sent.attempt();
    }
    if (event instanceof CallEvent.FirstToken first) {
      return "first token after " + first.sinceStart().toMillis() + " ms";
    }
    if (event instanceof CallEvent.Retried retried) {
      return "tried again, after " + retried.failure().getClass().getSimpleName();
    }
    if (event instanceof CallEvent.Finished finished) {
      return ending(finished) + " after " + finished.duration().toMillis() + " ms";
    }
    return null;
  }

  private static String ending(CallEvent.Finished finished) {
    return switch (finished.outcome()) {
      case SUCCESS -> "answered in " + finished.pieces() + " pieces";
      case FAILURE ->
          finished.failure() == null
              ? "failed"
              : "failed: " + finished.failure().getClass().getSimpleName();
      case CANCELLED -> "cancelled, stream reset,";
    };
  }

  private synchronized void add(String line) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /** The newest lines, oldest first. */
  synchronized JsonText toJson() {
    JsonText json = JsonText.array();
    lines.forEach(json::add);
    return json;
  }
}
