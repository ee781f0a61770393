package dev.gatewayz.intercept;

import dev.gatewayz.Completion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Makes one call of equal ones that are made at the same time; all get its answer, or its failure.
 * A caller that cancels leaves the others their call.
 */
public final class Coalescing implements Interceptor {
  private final Predicate<OutgoingCall> applies;
  private final ConcurrentHashMap<String, CompletableFuture<Completion<String>>> underWay =
      new ConcurrentHashMap<>();

  /** Joins all calls that are equal. */
  public Coalescing() {
    this(call -> true);
  }

  /** Joins some of the calls that are equal. */
  public Coalescing(Predicate<OutgoingCall> applies) {
    this.applies = applies;
  }

  @Override
  public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    if (!applies.test(call)) {
      return next.proceed(call);
    }
    String key = CallKey.of(call);
    CompletableFuture<Completion<String>> mine = new CompletableFuture<>();
    CompletableFuture<Completion<String>> shared = underWay.putIfAbsent(key, mine);
    if (shared != null) {
      return shared.copy();
    }
    // Not the future of the call: cancelling a copy of this one cancels nothing.
    next.proceed(call)
        .whenComplete(
            (answer, failure) -> {
              underWay.remove(key, mine);
              if (failure == null) {
                mine.complete(answer);
              } else {
                mine.completeExceptionally(failure);
              }
            });
    return mine.copy();
  }
}
