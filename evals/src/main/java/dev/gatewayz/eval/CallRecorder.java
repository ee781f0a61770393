package dev.gatewayz.eval;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.eval.internal.report.CallReport;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.observe.GatewayzListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells each call's trial what became of the call. Thread-safe. */
final class CallRecorder implements Interceptor, GatewayzListener {
  /** The tag of calls that a judge makes. */
  static final String ROLE = "gatewayz.eval";

  private static final String TRIAL = "gatewayz.eval.trial";

  /** What happened to calls under way, by their number. */
  private final Map<Long, Story> stories = new ConcurrentHashMap<>();

  private static final class Story {
    private int retries;
    private final List<String> failedModels = new ArrayList<>();
  }

  @Override
  public OutgoingCall request(OutgoingCall call) {
    Trial trial = Trial.current();
    if (trial == null) {
      return call;
    }
    trial.callBegins();
    return call.withAttribute(TRIAL, trial);
  }

  @Override
  public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    OutgoingCall marked = request(call);
    CompletionStage<Completion<String>> answer = next.proceed(marked);
    Trial trial = Trial.current();
    if (trial == null || call.tags().containsKey(ROLE)) {
      return answer;
    }
    CompletableFuture<Completion<String>> told =
        answer
            .thenApply(
                completion -> {
                  trial.said(completion.text());
                  return completion;
                })
            .toCompletableFuture();
    told.whenComplete(
        (completion, failure) -> {
          if (told.isCancelled()) {
            answer.toCompletableFuture().cancel(true);
          }
        });
    return told;
  }

  @Override
  public void onEvent(CallEvent event) {
    CallSubject call = event.call();
    if (!(call.attributes().get(TRIAL) instanceof Trial trial)) {
      return;
    }
    if (event instanceof CallEvent.Retried) {
      story(call).retries++;
    } else if (event instanceof CallEvent.FellBack fellBack) {
      story(call).failedModels.add(fellBack.failedModel());
    } else if (event instanceof CallEvent.Finished finished) {
      Story story = stories.remove(call.sequence());
      trial.callEnds(report(finished, story == null ? new Story() : story));
    }
  }

  private Story story(CallSubject call) {
    return stories.computeIfAbsent(call.sequence(), number -> new Story());
  }

  private static CallReport report(CallEvent.Finished finished, Story story) {
    CallSubject call = finished.call();
    Usage usage = finished.usage();
    return new CallReport(
        text(call.promptId()),
        text(call.promptHash()),
        call.model(),
        call.tags().containsKey(ROLE),
        finished.attempts(),
        story.retries,
        story.failedModels,
        usage == null ? 0 : usage.promptTokens(),
        usage == null ? 0 : usage.completionTokens(),
        finished.cost(),
        finished.duration().toMillis(),
        finished.failure() == null ? null : finished.failure().toString());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
