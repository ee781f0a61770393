package dev.gatewayz.sample.desk;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.sample.http.EventStream;
import dev.gatewayz.sample.http.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What one browser waits for: one stream of events for one or several calls, each in a lane of its
 * own. Belongs to the event loop of the connection, on which the calls are made, too.
 */
final class Answer {
  private final String id = UUID.randomUUID().toString();
  private final EventStream events;
  private final List<Lane<?>> lanes = new ArrayList<>();
  private int open;

  Answer(EventStream events) {
    this.events = events;
  }

  /** What only the browser that waits knows, and says to cancel. */
  String id() {
    return id;
  }

  /** Tells the browser which models are asked. */
  void begin(List<String> models) {
    JsonText names = JsonText.array();
    models.forEach(names::add);
    events.send("begin", JsonText.object().put("id", id).put("models", names));
    open = models.size();
  }

  /** Makes a call and writes its pieces as events of this name. */
  <T> void add(String event, AnswerStream<T> stream, Function<T, JsonText> json, Witness witness) {
    Lane<T> lane = new Lane<>(lanes.size(), events, event, json, witness, this::laneEnded);
    lanes.add(lane);
    lane.start(stream);
  }

  private void laneEnded() {
    open--;
    if (open == 0) {
      events.end();
    }
  }

  /** Ends all calls under way, by the wish of the browser; the answer ends when they have. */
  void cancel() {
    events.loop().execute(() -> lanes.forEach(Lane::cancel));
  }
}
