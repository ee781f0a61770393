package dev.gatewayz;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.log.Logs;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code of the user's that throws anything at all: the call ends once, with an answer where the code
 * did not matter to it, and nothing of another call is touched.
 */
class ThrowingCodeTest extends Calls {
  private static final Prompt PROMPT = Asking.greeting("Thrower.ask");

  private final Queue<CallEvent.Finished> finished = new ConcurrentLinkedQueue<>();
  private final Semaphore ends = new Semaphore(0);
  private Gatewayz client;

  /** What is logged of what was thrown, {@code null} if nothing is. */
  private String said;

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IllegalStateException("thrown by the user's code"),
        new AssertionError("thrown by the user's code"),
        new StackOverflowError("thrown by the user's code"),
        new NoClassDefFoundError("thrown by the user's code"),
        new Exception("checked, thrown by the user's code"));
  }

  private void open(UnaryOperator<GatewayzBuilder> settings) {
    client =
        client(
            builder ->
                settings.apply(
                    builder.listener(
                        event -> {
                          if (event instanceof CallEvent.Finished end) {
                            finished.add(end);
                            ends.release();
                          }
                        })));
  }

  /** Deadlines fire, retries resume, and calls are answered as if nothing had happened. */
  @AfterEach
  void theOthersAreUntouched(Logs logs) {
    int before = finished.size();
    for (int i = 0; i < 2; i++) {
      gateway.reply(ErrorReply.capacity(), Reply.text("fine"));
      assertThat(client.complete(HELLO, CallOptions.builder().retries(ONCE).build()).text())
          .isEqualTo("fine");
      gateway.reply(Reply.silence());
      CallOptions hasty =
          CallOptions.builder()
              .deadlines(Deadlines.DEFAULT.withTotal(Duration.ofMillis(100)))
              .build();
      assertThat(failureOf(() -> client.completeAsync(HELLO, hasty)))
          .isInstanceOf(DeadlineExceededException.class);
    }
    assertThat(finished).hasSize(before + 4);
    if (said != null) {
      Level level = said.contains("listener") || said.contains("estimator") ? WARNING : ERROR;
      assertThat(logs.takeAll(level, said)).isNotEmpty();
    }
  }

  private static final RetryPolicy ONCE =
      attempt ->
          attempt.failure() instanceof ServiceUnavailableException && attempt.ofModel() == 1
              ? Duration.ofMillis(1)
              : null;

  @ParameterizedTest
  @MethodSource("throwables")
  void aListener(Throwable thrown) {
    said = "A listener threw";
    open(
        builder ->
            builder.listener(
                event -> {
                  throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
                }));
    gateway.reply(Reply.text("all the same"));

    assertThat(client.complete(HELLO).text()).isEqualTo("all the same");
    assertThat(finished).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void anEstimator(Throwable thrown) {
    said = "A token estimator threw";
    open(
        builder ->
            builder.estimateUsage(
                (model, text) -> {
                  throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
                }));
    gateway.reply(Reply.text("all the same").noUsage(), Reply.text("and streamed").noUsage());

    assertThat(client.complete(HELLO).text()).isEqualTo("all the same");
    Probe.all(client.stream(HELLO)).awaitCompletion();
    assertThat(finished).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void aRetryPolicy(Throwable thrown) {
    said = "A retry policy threw";
    open(
        builder ->
            builder.retries(
                attempt -> {
                  throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
                }));
    gateway.reply(ErrorReply.capacity());

    assertThat(failureOf(() -> client.completeAsync(HELLO)))
        .isInstanceOf(ServiceUnavailableException.class);
    assertThat(finished).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void anInterceptorOfRequests(Throwable thrown) {
    Arming arming = new Arming();
    open(
        builder ->
            builder.interceptor(
                new Interceptor() {
                  @Override
                  public OutgoingCall request(OutgoingCall call) {
                    arming.fire(thrown);
                    return call;
                  }
                }));

    arming.isArmed = true;
    Throwable ofAsync = failureOf(() -> client.completeAsync(HELLO));
    Throwable ofStream = Probe.all(client.stream(HELLO)).awaitEnd();
    arming.isArmed = false;

    assertThat(ofAsync).isSameAs(thrown);
    assertThat(ofStream).isSameAs(thrown);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void anInterceptorOfAnswers(Throwable thrown) {
    Arming arming = new Arming();
    open(
        builder ->
            builder.interceptor(
                new Interceptor() {
                  @Override
                  public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
                    return next.proceed(call)
                        .thenApply(
                            answer -> {
                              arming.fire(thrown);
                              return answer;
                            });
                  }
                }));

    arming.isArmed = true;
    Throwable failure = failureOf(() -> client.completeAsync(HELLO));
    arming.isArmed = false;

    assertThat(failure).isSameAs(thrown);
    assertThat(finished).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void aSubscriberOfPieces(Throwable thrown) throws InterruptedException {
    said = "A subscriber threw";
    open(builder -> builder);
    gateway.reply(Reply.chunks("a", "b", "c"));

    Probe<ChatChunk> probe =
        Probe.of(
            client.stream(HELLO),
            chunk -> {
              throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
            });
    probe.request(Long.MAX_VALUE);

    ends.acquire();
    assertThat(probe.isOpen()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void whatComesBehindAFuture(Throwable thrown) {
    open(builder -> builder);
    gateway.reply(Reply.text("a"));

    CompletableFuture<String> behind =
        client
            .completeAsync(HELLO)
            .thenApply(
                answer -> {
                  throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
                });

    assertThat(failureOf(() -> behind)).isSameAs(thrown);
    assertThat(finished).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void aTool(Throwable thrown) {
    open(builder -> builder);
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> {
                throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
              };
            },
            "look");
    gateway.reply(Reply.toolCalls(new FunctionCall("look", "{}")));
    if (!(thrown instanceof Error)) {
      gateway.reply(Reply.text("never mind"));
    }

    Rendering ask = PROMPT.render().raw(0).tools(tools, 2);
    CompletableFuture<String> call = Prompts.of(client).callAsync(ask, AnswerType.TEXT);

    if (thrown instanceof Error) {
      assertThat(failureOf(() -> call)).isInstanceOf(GatewayzException.class).hasCause(thrown);
    } else {
      assertThat(call.join()).isEqualTo("never mind");
    }
    assertThat(finished).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void anExecutorOfTools(Throwable thrown) {
    said = "A call failed by what was thrown";
    open(
        builder ->
            builder.toolExecutor(
                task -> {
                  throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
                }));
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> "ok";
            },
            "look");
    gateway.reply(Reply.toolCalls(new FunctionCall("look", "{}")));

    Rendering ask = PROMPT.render().raw(0).tools(tools, 2);
    CompletableFuture<String> call = Prompts.of(client).callAsync(ask, AnswerType.TEXT);

    assertThat(failureOf(() -> call)).isInstanceOf(GatewayzException.class).hasRootCause(thrown);
    assertThat(finished).hasSize(1);
  }

  /** Throws only while a test wants it to. */
  private static final class Arming {
    private volatile boolean isArmed;

    void fire(Throwable thrown) {
      if (isArmed) {
        throw ThrowingCodeTest.<RuntimeException>sneaky(thrown);
      }
    }
  }

  private static Throwable failureOf(Supplier<CompletableFuture<?>> call) {
    Throwable failure =
        call.get().handle((answer, thrown) -> thrown).orTimeout(20, TimeUnit.SECONDS).join();
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
