package dev.gatewayz.intercept;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.Message;
import dev.gatewayz.internal.log.Log;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers equal calls from a cache. Calls are equal that go to the same gateway with the same key,
 * headers, tags and request body; headers that name a trace do not count. Only answers that are
 * complete are kept. What comes from the cache costs nothing, so it does not count as usage. A
 * cache that throws is as good as none.
 *
 * <p>Streams pass by, and so do calls that run tools of this program.
 */
public final class Caching implements Interceptor {
  private final AnswerCache cache;
  private final Predicate<OutgoingCall> applies;
  private final Function<OutgoingCall, String> keys;

  /**
   * Answers all calls from {@code cache}.
   *
   * @param cache used by several threads at once
   */
  public Caching(AnswerCache cache) {
    this(cache, call -> true);
  }

  /**
   * Answers some calls from a cache.
   *
   * @param cache used by several threads at once
   * @param applies which calls; those at temperature 0, for instance
   */
  public Caching(AnswerCache cache, Predicate<OutgoingCall> applies) {
    this(cache, applies, CallKey::of);
  }

  private Caching(
      AnswerCache cache, Predicate<OutgoingCall> applies, Function<OutgoingCall, String> keys) {
    this.cache = cache;
    this.applies = applies;
    this.keys = keys;
  }

  /**
   * Answers calls from a cache whose value of a header is the same, whatever else they say: those
   * that are asked again with the same {@code idempotency-key}. Calls without that header pass by.
   *
   * @param cache used by several threads at once
   * @param header in lower case
   * @return an interceptor that answers such calls
   */
  public static Caching byHeader(AnswerCache cache, String header) {
    Objects.requireNonNull(header, "header");
    return new Caching(
        cache,
        call -> call.headers().containsKey(header),
        call -> Objects.requireNonNull(call.headers().get(header)));
  }

  @Override
  public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    if (call.runsTools() || !applies.test(call)) {
      return next.proceed(call);
    }
    String key = keys.apply(call);
    ChatCompletion known = known(key);
    if (known != null) {
      return CompletableFuture.completedFuture(
          Completion.builder(known.text(), known)
              .cost(BigDecimal.ZERO)
              .exchange(() -> exchange(call, known))
              .build());
    }
    return next.proceed(call)
        .thenApply(
            answer -> {
              if (isComplete(answer.response())) {
                keep(key, answer.response());
              }
              return answer;
            });
  }

  /** A cache that is out of order must not cost anybody an answer. */
  private @Nullable ChatCompletion known(String key) {
    try {
      return cache.get(key);
    } catch (Throwable t) {
      Log.warning("A cache threw; the gateway is asked.", t);
      return null;
    }
  }

  private void keep(String key, ChatCompletion answer) {
    try {
      cache.put(key, answer);
    } catch (Throwable t) {
      Log.warning("A cache threw; the answer is not kept.", t);
    }
  }

  private static List<Message> exchange(OutgoingCall call, ChatCompletion answer) {
    List<Message> messages = new ArrayList<>(call.messages());
    messages.add(answer.choices().get(0).message());
    return List.copyOf(messages);
  }

  private static boolean isComplete(ChatCompletion answer) {
    for (Choice choice : answer.choices()) {
      if (choice.finishReason() != FinishReason.STOP
          && choice.finishReason() != FinishReason.TOOL_CALLS) {
        return false;
      }
    }
    return true;
  }
}
