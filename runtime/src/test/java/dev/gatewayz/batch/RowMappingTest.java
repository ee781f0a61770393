package dev.gatewayz.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.ApiError;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.Fault;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.testkit.log.Logs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A prompt over rows: how many at once, in which order, and how it ends. Nothing runs by itself.
 */
class RowMappingTest {
  private static final ApiError NO = ApiError.builder().status(400).message("no").build();
  private static final CallInfo CALL = CallInfo.builder().build();

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Executor executor = tasks::add;
  private final List<CompletableFuture<String>> asked = new ArrayList<>();
  private final List<RowResult<Integer, String>> results = new ArrayList<>();
  private Flow.Subscription subscription;
  private String end = "";

  private CompletableFuture<String> ask(int row) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    asked.add(answer);
    return answer;
  }

  private void runAll() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void subscribe(RowMapping<Integer, String> rows, long demand) {
    rows.executor(executor)
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription given) {
                subscription = given;
                if (demand > 0) {
                  given.request(demand);
                }
              }

              @Override
              public void onNext(RowResult<Integer, String> result) {
                results.add(result);
              }

              @Override
              public void onError(Throwable failure) {
                end = "failed: " + failure;
              }

              @Override
              public void onComplete() {
                end = "complete";
              }
            });
    runAll();
  }

  private void answer(int row, String value) {
    asked.get(row).complete(value);
    runAll();
  }

  private void fail(int row, Throwable failure) {
    asked.get(row).completeExceptionally(failure);
    runAll();
  }

  private static Iterable<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void noMoreThanAllowedAreUnderWayAndOneMoreForEachThatIsHandedOn() {
    subscribe(Prompts.mapAsync(numbers(10), this::ask).inFlight(3), 100);
    assertThat(asked).hasSize(3);

    answer(1, "b");

    assertThat(asked).hasSize(4);
    assertThat(results).extracting(RowResult::value).containsExactly("b");
    for (int i = 0; i < 10; i++) {
      answer(i, "x");
    }
    assertThat(results).hasSize(10);
    assertThat(end).isEqualTo("complete");
  }

  @Test
  void whatNobodyAsksForHoldsItsPlace() {
    subscribe(Prompts.mapAsync(numbers(10), this::ask).inFlight(3), 0);
    assertThat(asked).isEmpty();
    subscription.request(1);
    runAll();
    for (int i = 0; i < 3; i++) {
      answer(i, "x");
    }
    assertThat(results).hasSize(1);
    assertThat(asked).hasSize(4);

    subscription.request(1);
    runAll();

    assertThat(results).hasSize(2);
    assertThat(asked).hasSize(5);
  }

  @Test
  void inOrderIfThatIsWanted() {
    subscribe(Prompts.mapAsync(numbers(3), this::ask).ordered(), 100);
    answer(2, "c");
    answer(1, "b");
    assertThat(results).isEmpty();

    answer(0, "a");

    assertThat(results).extracting(RowResult::value).containsExactly("a", "b", "c");
    assertThat(end).isEqualTo("complete");
  }

  @Test
  void aRowThatFailsIsAResult() {
    subscribe(Prompts.mapAsync(numbers(2), this::ask), 100);
    BadRequestException wrong = new BadRequestException(CALL, NO, "");
    fail(0, new CompletionException(wrong));
    answer(1, "b");

    RowResult<Integer, String> failed = results.get(0);
    assertThat(failed.error()).isSameAs(wrong);
    assertThat(failed.fault()).isEqualTo(Fault.REQUEST);
    assertThat(failed.isAnswered()).isFalse();
    assertThat(results.get(1).fault()).isNull();
    assertThat(end).isEqualTo("complete");
  }

  @Test
  void aPromptThatThrowsFailsItsRow() {
    subscribe(
        Prompts.<Integer, String>mapAsync(
            numbers(1),
            row -> {
              throw new IllegalStateException("no");
            }),
        100);
    assertThat(results.get(0).error()).hasMessage("no");
    assertThat(end).isEqualTo("complete");
  }

  @Test
  void withoutCreditsNoMoreRowsAreTaken() {
    subscribe(Prompts.mapAsync(numbers(10), this::ask).inFlight(3), 100);
    fail(0, new InsufficientCreditsException(CALL, NO, ""));
    int before = asked.size();
    answer(1, "b");
    for (int i = 2; i < before; i++) {
      answer(i, "x");
    }

    assertThat(asked).hasSize(before).hasSizeLessThanOrEqualTo(4);
    assertThat(results.get(0).fault()).isEqualTo(Fault.ACCOUNT);
    assertThat(results).hasSize(before);
    assertThat(end).startsWith("failed: dev.gatewayz.error.InsufficientCreditsException");
  }

  @Test
  void cancellingCancelsWhatIsUnderWayAndClosesTheStream() {
    AtomicBoolean closed = new AtomicBoolean();
    subscribe(
        Prompts.mapAsync(IntStream.range(0, 10).boxed().onClose(() -> closed.set(true)), this::ask)
            .inFlight(3),
        100);

    subscription.cancel();
    runAll();

    assertThat(asked).hasSize(3).allSatisfy(call -> assertThat(call).isCancelled());
    assertThat(closed).isTrue();
    assertThat(results).isEmpty();
    assertThat(end).isEmpty();
  }

  @Test
  void aSourceThatThrowsEndsTheRunAfterThoseUnderWay() {
    subscribe(
        Prompts.mapAsync(
            IntStream.range(0, 3).boxed().map(row -> List.of(0, 1).get(row)), this::ask),
        100);
    answer(0, "a");
    assertThat(end).isEmpty();

    answer(1, "b");

    assertThat(results).hasSize(2);
    assertThat(end).contains("OutOfBounds");
  }

  @Test
  void aSubscriberThatAsksForNothingIsTold() {
    subscribe(Prompts.mapAsync(numbers(3), this::ask), 1);
    subscription.request(0);
    runAll();
    assertThat(end).contains("IllegalArgumentException");
  }

  @Test
  void aPublisherIsASourceToo() {
    AtomicInteger sum = new AtomicInteger();
    CompletableFuture<MapProgress> end;
    try (SubmissionPublisher<Integer> source = new SubmissionPublisher<>()) {
      end =
          Prompts.<Integer, String>mapAsync(
                  source, row -> CompletableFuture.completedFuture("#" + row))
              .forEach(result -> sum.addAndGet(result.input()));
      for (int i = 1; i <= 100; i++) {
        source.submit(i);
      }
    }
    assertThat(end.join().rows()).isEqualTo(100);
    assertThat(sum).hasValue(5050);
  }

  @Test
  void anActionThatThrowsEndsTheRun() {
    CompletableFuture<MapProgress> end =
        Prompts.mapAsync(numbers(1_000), row -> CompletableFuture.completedFuture("x"))
            .forEach(
                result -> {
                  throw new IllegalStateException("disk full");
                });
    assertThatThrownBy(end::join).hasMessageContaining("disk full");
  }

  @Test
  void anExecutorThatIsShutDownEndsTheRun() {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    CompletableFuture<String> answer = new CompletableFuture<>();
    Semaphore wasAsked = new Semaphore(0);
    CompletableFuture<MapProgress> end =
        Prompts.mapAsync(
                numbers(3),
                row -> {
                  wasAsked.release();
                  return answer;
                })
            .inFlight(1)
            .executor(threads)
            .forEach(result -> {});
    wasAsked.acquireUninterruptibly();
    threads.shutdownNow();
    answer.complete("too late");

    assertThat(end)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aSourceThatCannotBeClosedEndsTheRun() {
    CompletableFuture<MapProgress> end =
        Prompts.mapAsync(
                Stream.of(1, 2)
                    .onClose(
                        () -> {
                          throw new IllegalStateException("the file is gone");
                        }),
                row -> CompletableFuture.completedFuture("x"))
            .forEach(result -> {});

    assertThat(end)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("the file is gone");
  }

  @Test
  void aPublisherThatThrowsWhenItIsAskedEndsTheRun() {
    Flow.Publisher<Integer> source =
        subscriber ->
            subscriber.onSubscribe(
                new Flow.Subscription() {
                  @Override
                  public void request(long rows) {
                    throw new NoClassDefFoundError("no rows");
                  }

                  @Override
                  public void cancel() {
                    throw new NoClassDefFoundError("no end");
                  }
                });

    CompletableFuture<MapProgress> end =
        Prompts.mapAsync(source, row -> CompletableFuture.completedFuture("x"))
            .forEach(result -> {});

    assertThat(end)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void aSubscriberThatThrowsIsLogged(Logs logs) {
    Prompts.mapAsync(numbers(1), row -> CompletableFuture.completedFuture("x"))
        .executor(executor)
        .subscribe(
            new Flow.Subscriber<RowResult<Integer, String>>() {
              @Override
              public void onSubscribe(Flow.Subscription given) {
                given.request(1);
              }

              @Override
              public void onNext(RowResult<Integer, String> result) {
                throw new IllegalStateException("bad subscriber");
              }

              @Override
              public void onError(Throwable failure) {}

              @Override
              public void onComplete() {}
            });
    runAll();
    assertThat(logs.takeAll(System.Logger.Level.ERROR, "subscriber threw")).hasSize(1);
  }

  @Test
  void progressIsTold() {
    List<MapProgress> told = new ArrayList<>();
    subscribe(Prompts.mapAsync(numbers(3), this::ask).progress(Duration.ZERO, told::add), 100);
    answer(0, "a");
    fail(1, new IllegalStateException());
    answer(2, "c");

    assertThat(told).extracting(MapProgress::rows).containsExactly(1L, 2L, 3L, 3L);
    assertThat(told).extracting(MapProgress::errors).containsExactly(0L, 1L, 1L, 1L);
    assertThat(told.get(0).total()).isEqualTo(3);
  }

  @Test
  void progressAsALine() {
    MapProgress progress =
        new MapProgressValue(1_200, 3, 5_000, Duration.ofSeconds(30), new BigDecimal("0.1234"));
    assertThat(progress.toLine())
        .isEqualTo("1,200 of 5,000 rows, 40.0/s, 3 errors, $0.12, 1:35 left");
    MapProgress unknown = new MapProgressValue(1, 1, -1, Duration.ofSeconds(2), null);
    assertThat(unknown.toLine()).isEqualTo("1 rows, 0.5/s, 1 error");
    MapProgress slow = new MapProgressValue(1, 0, 10_001, Duration.ofSeconds(1), null);
    assertThat(slow.toLine()).endsWith(", 2:46:40 left");
  }
}
