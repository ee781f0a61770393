package dev.gatewayz.sample.desk;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import dev.gatewayz.ContextCarrier;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.sample.http.EventStream;
import dev.gatewayz.sample.http.JsonText;
import dev.gatewayz.usage.Outcome;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of an {@link Answer}. It asks the gateway for more only while the browser reads: from a
 * browser that does not, through this subscriber and the window of the HTTP/2 stream, the model's
 * provider is held up. Belongs to the event loop of the connection.
 *
 * @param <T> the pieces
 */
final class Lane<T> implements AnswerSubscriber<T> {
  /** How many pieces are asked for at once. */
  private static final int DEMAND = 8;

  /** The lane whose call a thread is making, or being told of. */
  private static final ThreadLocal<@Nullable Lane<?>> CURRENT = new ThreadLocal<>();

  private final int number;
  private final EventStream events;
  private final String event;
  private final Function<T, JsonText> json;
  private final Witness witness;
  private final Runnable onEnd;
  private Flow.@Nullable Subscription subscription;
  private int asked;
  private int pieces;
  private String sentId = "";
  private boolean over;

  Lane(
      int number,
      EventStream events,
      String event,
      Function<T, JsonText> json,
      Witness witness,
      Runnable onEnd) {
    this.number = number;
    this.events = events;
    this.event = event;
    this.json = json;
    this.witness = witness;
    this.onEnd = onEnd;
  }

  /** Carries the lane from where its call is made to where its events are told. */
  static ContextCarrier carrier() {
    return ContextCarrier.threadLocal(CURRENT);
  }

  /** Tells the lane of a call what becomes of it. */
  static GatewayzListener listener() {
    return event -> {
      Lane<?> lane = CURRENT.get();
      if (lane != null) {
        lane.told(event);
      }
    };
  }

  void start(AnswerStream<T> stream) {
    CURRENT.set(this);
    try {
      stream.subscribe(this);
    } finally {
      CURRENT.remove();
    }
    events.onWritable(this::ask);
    events.onGone(this::cancel);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    ask();
  }

  private void ask() {
    if (asked == 0 && !over && subscription != null && events.isWritable()) {
      asked = DEMAND;
      subscription.request(DEMAND);
    }
  }

  @Override
  public void onNext(T piece) {
    pieces++;
    events.send(event, json.apply(piece).put("lane", number));
    asked--;
    ask();
  }

  @Override
  public void onCompletion(Completion<String> completion) {
    JsonText end = laneJson().put("requestId", completion.requestId());
    Usage usage = completion.usage();
    if (usage != null) {
      end.put("tokens", usage.totalTokens());
    }
    if (completion.cost() != null) {
      end.raw("cost", completion.cost().toPlainString());
    }
    events.send("done", end.put("attempts", completion.attempts()));
  }

  @Override
  public void onComplete() {
    end();
  }

  /** The page says what the exception says. */
  @Override
  public void onError(Throwable failure) {
    events.send("failed", laneJson().put("message", String.valueOf(failure.getMessage())));
    end();
  }

  void cancel() {
    if (subscription != null && !over) {
      subscription.cancel();
    }
  }

  private void told(CallEvent told) {
    if (told instanceof CallEvent.Sent sent) {
      sentId = sent.requestId();
      events.send(
          "sent",
          laneJson()
              .put("attempt", sent.attempt())
              .put("requestId", sent.requestId())
              .put("model", sent.call().model()));
    } else if (told instanceof CallEvent.Retried retried) {
      events.send(
          "retried", laneJson().put("message", String.valueOf(retried.failure().getMessage())));
    } else if (told instanceof CallEvent.FirstToken first) {
      events.send("first", laneJson().put("millis", first.sinceStart().toMillis()));
    } else if (told instanceof CallEvent.Finished finished
        && finished.outcome() == Outcome.CANCELLED) {
      witness
          .endingOf(sentId)
          .whenComplete((seen, failure) -> events.loop().execute(() -> cancelled(seen)));
    }
  }

  private void cancelled(@Nullable String seen) {
    events.send(
        "cancelled", laneJson().put("pieces", pieces).put("reset", seen == null ? "" : seen));
    end();
  }

  private void end() {
    if (!over) {
      over = true;
      onEnd.run();
    }
  }

  private JsonText laneJson() {
    return JsonText.object().put("lane", number);
  }
}
