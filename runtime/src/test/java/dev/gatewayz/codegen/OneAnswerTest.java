package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OneAnswerTest {
  private final List<CompletableFuture<String>> calls = new ArrayList<>();
  private final OneAnswer<String> answer =
      new OneAnswer<>(
          () -> {
            CompletableFuture<String> call = new CompletableFuture<>();
            calls.add(call);
            return call;
          });

  /** Writes down what it hears. */
  private static final class Listener implements Flow.Subscriber<String> {
    private final List<String> heard = new ArrayList<>();
    private final Consumer<Flow.Subscription> onSubscribe;
    private Flow.Subscription subscription;

    Listener(Consumer<Flow.Subscription> onSubscribe) {
      this.onSubscribe = onSubscribe;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      onSubscribe.accept(subscription);
    }

    @Override
    public void onNext(String item) {
      heard.add(item);
    }

    @Override
    public void onError(Throwable failure) {
      heard.add(failure.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
      heard.add("complete");
    }
  }

  private Listener listen(Consumer<Flow.Subscription> onSubscribe) {
    Listener listener = new Listener(onSubscribe);
    answer.subscribe(listener);
    return listener;
  }

  @Test
  void theCallBeginsWithTheFirstRequest() {
    Listener listener = listen(subscription -> {});
    assertThat(calls).isEmpty();
    listener.subscription.request(1);
    listener.subscription.request(5);
    assertThat(calls).hasSize(1);
    calls.get(0).complete("a");
    assertThat(listener.heard).containsExactly("a", "complete");
  }

  @Test
  void eachSubscriberHasACallOfItsOwn() {
    listen(subscription -> subscription.request(1));
    listen(subscription -> subscription.request(Long.MAX_VALUE));
    assertThat(calls).hasSize(2);
  }

  @Test
  void nothingIsSignalledWhileTheSubscriberIsBeingToldOfItsSubscription() {
    List<Integer> callsMeanwhile = new ArrayList<>();
    listen(
        subscription -> {
          subscription.request(1);
          callsMeanwhile.add(calls.size());
        });
    assertThat(callsMeanwhile).containsExactly(0);
    assertThat(calls).hasSize(1);
  }

  @Test
  void cancellingCancelsTheCallAndSilencesIt() {
    Listener listener = listen(subscription -> subscription.request(1));
    listener.subscription.cancel();
    assertThat(calls.get(0)).isCancelled();
    assertThat(listener.heard).isEmpty();
  }

  @Test
  void whoeverCancelsFirstMakesNoCall() {
    listen(
        subscription -> {
          subscription.cancel();
          subscription.request(1);
        });
    assertThat(calls).isEmpty();
  }

  @Test
  void failuresAndBadRequestsAreErrors() {
    Listener failed = listen(subscription -> subscription.request(1));
    calls.get(0).completeExceptionally(new IllegalStateException());
    assertThat(failed.heard).containsExactly("IllegalStateException");
    assertThat(listen(subscription -> subscription.request(0)).heard)
        .containsExactly("IllegalArgumentException");
    Listener late = listen(subscription -> subscription.request(1));
    late.subscription.request(-1);
    assertThat(late.heard).containsExactly("IllegalArgumentException");
    assertThat(calls.get(1)).isCancelled();
  }
}
