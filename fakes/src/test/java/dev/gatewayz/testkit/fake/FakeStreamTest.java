package dev.gatewayz.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import dev.gatewayz.error.BadGatewayException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** Answers in pieces that a test makes behave as those of a client. */
class FakeStreamTest {

  /** Keeps what it is told; asks for nothing by itself. */
  private static final class Recorder implements AnswerSubscriber<Object> {
    private final List<String> heard = new ArrayList<>();
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void onNext(Object piece) {
      heard.add(piece.toString());
    }

    @Override
    public void onCompletion(Completion<String> completion) {
      heard.add("completion " + completion.value());
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

  @Test
  void noMoreIsHandedOverThanIsAskedFor() {
    Recorder recorder = new Recorder();
    Completions.streamOf("a", "b", "c").subscribe(recorder);
    assertThat(recorder.heard).isEmpty();

    recorder.subscription.request(2);
    assertThat(recorder.heard).containsExactly("a", "b");

    recorder.subscription.request(1);
    assertThat(recorder.heard).containsExactly("a", "b", "c", "completion abc", "complete");
  }

  @Test
  void afterACancelNothingComes() {
    Recorder recorder = new Recorder();
    Completions.streamOf("a", "b").subscribe(recorder);

    recorder.subscription.request(1);
    recorder.subscription.cancel();
    recorder.subscription.request(5);

    assertThat(recorder.heard).containsExactly("a");
  }

  @Test
  void aStreamMayFailAfterItsPieces() {
    Recorder recorder = new Recorder();
    Completions.streamOf("a").failing(Failures.badGateway()).subscribe(recorder);

    recorder.subscription.request(Long.MAX_VALUE);

    assertThat(recorder.heard).containsExactly("a", "BadGatewayException");
  }

  @Test
  void eachSubscriberGetsAll() {
    AnswerStream<Integer> stream = Completions.elementsOf(1, 2, 3);

    assertThat(stream.blocking()).containsExactly(1, 2, 3);
    assertThat(stream.blocking()).containsExactly(1, 2, 3);
  }

  @Test
  void forEachEndsWithTheCompletion() {
    StringBuilder text = new StringBuilder();

    Completion<String> completion =
        Completions.chunksOf("An old ", "pond").forEach(chunk -> text.append(chunk.text())).join();

    assertThat(text).hasToString("An old pond");
    assertThat(completion.value()).isEqualTo("An old pond");
  }

  @Test
  void theCompletionMayBeAnother() {
    Completion<String> cut = Completions.text("a", "length");

    assertThat(Completions.streamOf("a").completing(cut).forEach(piece -> {}).join()).isSameAs(cut);
  }

  @Test
  void forEachFailsAsTheStreamDoes() {
    CompletableFuture<?> done =
        Completions.streamOf("a").failing(Failures.badGateway()).forEach(piece -> {});

    assertThatThrownBy(done::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(BadGatewayException.class);
  }

  /** What Reactive Streams asks of a publisher. */
  public static final class Verification extends FlowPublisherVerification<String> {
    public Verification() {
      super(new TestEnvironment(2_000, 25, 20), 500);
    }

    @Override
    public Flow.Publisher<String> createFlowPublisher(long elements) {
      int count = (int) Math.min(elements, 100_000);
      return Completions.streamOf(Collections.nCopies(count, "x").toArray(String[]::new));
    }

    @Override
    public Flow.Publisher<String> createFailedFlowPublisher() {
      // A call begins with the first request, so that nothing can have failed before.
      return null;
    }
  }

  @TestFactory
  Stream<DynamicTest> theTestKitOfReactiveStreams() {
    TestListenerAdapter results = new TestListenerAdapter();
    TestNG kit = new TestNG(false);
    kit.setTestClasses(new Class<?>[] {Verification.class});
    kit.addListener(results);
    kit.setVerbose(0);
    kit.run();
    List<ITestResult> all = new ArrayList<>(results.getPassedTests());
    all.addAll(results.getFailedTests());
    all.addAll(results.getConfigurationFailures());
    assertThat(all).hasSizeGreaterThan(20);
    return all.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.getName(),
                    () -> {
                      if (result.getThrowable() != null) {
                        throw new AssertionError(result.getName(), result.getThrowable());
                      }
                    }));
  }
}
