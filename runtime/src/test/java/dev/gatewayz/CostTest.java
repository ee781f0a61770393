package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.ResourceLeakDetector;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much memory a call and a chunk take, whichever way they are made, counted on the one event
 * loop that does all the work. The limits are those of code that is not compiled yet, which keeps
 * what compiled code does without: what a call takes then is what {@code benchmarks/run ways}
 * measures.
 */
@Tag("allocation")
class CostTest {
  private static final Prompt PROMPT =
      Prompt.of(
          "CostTest.ask",
          "0",
          "gatewayz/openai/gpt-4o-mini",
          "",
          // Long, so that a copy of it would be noticed.
          "{\"role\":\"system\",\"content\":\""
              + "You are an equity analyst. ".repeat(40)
              + "\"},{\"role\":\"user\",\"content\":\"Summarise: ",
          "\"}");
  private static final String TEXT = "Revenue rose by twelve percent. ".repeat(8);
  private static final String ANSWER = "{\"headline\":\"Revenue rose\",\"pages\":12}";
  private static final CallOptions OPTIONS =
      CallOptions.builder()
          .model("gatewayz/openai/gpt-4o")
          .apiKey("sk-of-another-tenant")
          .tag("tenant", "acme")
          .totalDeadline(Duration.ofMinutes(1))
          .build();
  private static final AnswerType<Brief> BRIEF = AnswerType.of(Brief::read);
  private static final String ID = "chatcmpl-BoJ8QhkTd2kGgWZTHBwbT9uhJTzG6";
  private static final int CHUNKS = 128;
  private static final int OPEN_STREAMS = 100;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static ResourceLeakDetector.Level level;
  private static MockGateway gateway;
  private static EventLoopGroup loop;
  private static long loopThread;
  private static Gatewayz client;
  private static Gatewayz client1;

  private record Brief(String headline, int pages) {
    static Brief read(JsonIn in) {
      String headline = "";
      int pages = 0;
      in.beginObject();
      while (in.nextMember()) {
        if (in.name().equals("headline")) {
          headline = in.string();
        } else {
          pages = in.int32();
        }
      }
      return new Brief(headline, pages);
    }
  }

  /** A way to call. */
  private enum Call {
    TEXT(5_500, () -> Prompts.of(client).callAsync(rendered(), AnswerType.TEXT)),
    OPTIONS(5_500, () -> Prompts.of(client).callAsync(with(), AnswerType.TEXT)),
    COMPLETION(5_800, () -> Prompts.of(client).completeAsync(rendered(), AnswerType.TEXT)),
    BOTH(5_900, () -> Prompts.of(client).completeAsync(with(), AnswerType.TEXT)),
    RECORD(6_200, () -> Prompts.of(client).callAsync(rendered(), BRIEF)),
    UNTYPED(6_600, () -> client.completeAsync(chat())),
    HTTP_1_1(6_200, () -> Prompts.of(client1).callAsync(rendered(), AnswerType.TEXT));

    private final long most;
    private final Supplier<CompletableFuture<?>> way;

    Call(long most, Supplier<CompletableFuture<?>> way) {
      this.most = most;
      this.way = way;
    }
  }

  /** A way to stream. */
  private enum Stream {
    TEXT(260, on -> Prompts.of(client).text(rendered()).subscribe(on)),
    ONE_AT_A_TIME(260, on -> Prompts.of(client).text(rendered()).subscribe(new OneByOne(on))),
    END(290, on -> Prompts.of(client).text(rendered()).subscribe(new WithEnd(on))),
    CHUNKS(260, on -> Prompts.of(client).chunks(rendered()).subscribe(on)),
    CHUNKS_TIMED(260, on -> Prompts.of(client).chunks(rendered()).subscribe(on)),
    CHUNKS_NAMED(340, on -> Prompts.of(client).chunks(rendered()).subscribe(on)),
    ELEMENTS(1_000, on -> Prompts.of(client).elements(rendered(), BRIEF).subscribe(on)),
    HTTP_1_1(260, on -> Prompts.of(client1).text(rendered()).subscribe(on));

    private final long most;
    private final Consumer<Flow.Subscriber<Object>> way;

    Stream(long most, Consumer<Flow.Subscriber<Object>> way) {
      this.most = most;
      this.way = way;
    }
  }

  private static Rendering rendered() {
    return PROMPT.render().raw(0).text("text", CostTest.TEXT).raw(1);
  }

  private static Rendering with() {
    return rendered().options(CostTest.OPTIONS);
  }

  private static ChatRequest chat() {
    return ChatRequest.builder().model("gatewayz/openai/gpt-4o").user(CostTest.TEXT).build();
  }

  @BeforeAll
  static void start() throws Exception {
    // It would be what is measured.
    level = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    gateway = MockGateway.start();
    loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    loopThread = loop.submit(() -> Thread.currentThread().getId()).get();
    client = Wire.H2C.client(gateway).eventLoopGroup(loop).build();
    client1 = Wire.HTTP_1_1.client(gateway).eventLoopGroup(loop).build();
  }

  @AfterAll
  static void stop() {
    client.close();
    client1.close();
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    gateway.close();
    ResourceLeakDetector.setLevel(level);
  }

  @ParameterizedTest
  @EnumSource
  void calls(Call call) {
    Function<CompletableFuture<Void>, Runnable> next = done -> () -> callNext(call, done);
    times(200, Reply.text(ANSWER), next);
    assertThat(times(200, Reply.text(ANSWER), next)).isBetween(1_000L, call.most);
  }

  @ParameterizedTest
  @EnumSource
  void chunks(Stream stream) {
    Reply reply =
        switch (stream) {
          case ELEMENTS -> elements();
          case CHUNKS_TIMED -> chunks(i -> ID, i -> 1_750_000_000 + i);
          case CHUNKS_NAMED -> chunks(i -> ID + (1_000 + i), i -> 1_750_000_000);
          default -> chunks(i -> ID, i -> 1_750_000_000);
        };
    Function<CompletableFuture<Void>, Runnable> next = done -> () -> streamNext(stream, done);
    times(40, reply, next);
    assertThat(times(20, reply, next) / CHUNKS).isBetween(40L, stream.most);
  }

  /** What our own objects take; beside them a stream holds its request, its text and its ids. */
  @Test
  void ofAnOpenStream() throws Exception {
    gateway.reset();
    gateway.respond(request -> Reply.chunks("Revenue", " rose").after(2, Step.stall()));
    long before = heldByUs();
    CountDownLatch begun = new CountDownLatch(OPEN_STREAMS);
    List<Flow.Subscription> open = new CopyOnWriteArrayList<>();
    for (int i = 0; i < OPEN_STREAMS; i++) {
      Prompts.of(client).text(rendered()).subscribe(new Beginning(begun, open));
    }
    try {
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat((heldByUs() - before) / OPEN_STREAMS).isBetween(300L, 900L);
    } finally {
      open.forEach(Flow.Subscription::cancel);
    }
  }

  /** The bytes of all objects of classes in our internal packages that are alive. */
  private static long heldByUs() throws Exception {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return String.valueOf(histogram)
        .lines()
        .map(line -> line.trim().split(" +", -1))
        .filter(words -> words.length > 3 && words[3].startsWith("dev.gatewayz.internal."))
        .mapToLong(words -> Long.parseLong(words[2]))
        .sum();
  }

  /** Tells when the first piece has come, and then wants no more. */
  private record Beginning(CountDownLatch begun, List<Flow.Subscription> open)
      implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      open.add(subscription);
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String text) {
      begun.countDown();
    }

    @Override
    public void onError(Throwable failure) {
      failure.printStackTrace();
    }

    @Override
    public void onComplete() {
      new IllegalStateException("The stream should still be open.").printStackTrace();
    }
  }

  private static Reply elements() {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < CHUNKS; i++) {
      pieces.add((i == 0 ? "[" : ",") + ANSWER + (i == CHUNKS - 1 ? "]" : ""));
    }
    return Reply.chunks(pieces);
  }

  /** Chunks with the same id and time in each, as OpenAI sends them, or with others. */
  private static Reply chunks(IntFunction<String> id, IntUnaryOperator created) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i <= CHUNKS; i++) {
      String end =
          i == CHUNKS
              ? "\"delta\":{},\"finish_reason\":\"stop\"}]}"
              : "\"delta\":{\"content\":\" word\"},\"finish_reason\":null}]}";
      events.add(
          "{\"id\":\""
              + id.apply(i)
              + "\",\"object\":\"chat.completion.chunk\",\"created\":"
              + created.applyAsInt(i)
              + ",\"model\":\"openai/gpt-4o-mini\",\"choices\":[{\"index\":0,"
              + end);
    }
    events.add("[DONE]");
    return Reply.events(events.toArray(String[]::new));
  }

  /** One after the other, so that none waits in a queue; returns the bytes that one took. */
  private static long times(
      int count, Reply reply, Function<CompletableFuture<Void>, Runnable> work) {
    gateway.reset();
    gateway.respond(request -> reply);
    long before = THREADS.getThreadAllocatedBytes(loopThread);
    for (int i = 0; i < count; i++) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      loop.execute(work.apply(done));
      done.orTimeout(10, TimeUnit.SECONDS).join();
    }
    return (THREADS.getThreadAllocatedBytes(loopThread) - before) / count;
  }

  private static void callNext(Call call, CompletableFuture<Void> done) {
    call.way
        .get()
        .whenComplete(
            (value, failure) -> {
              if (failure == null) {
                done.complete(null);
              } else {
                done.completeExceptionally(failure);
              }
            });
  }

  private static void streamNext(Stream stream, CompletableFuture<Void> done) {
    stream.way.accept(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(Object piece) {}

          @Override
          public void onError(Throwable failure) {
            done.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            done.complete(null);
          }
        });
  }

  /** Asks for a piece when it has the one before. */
  private static final class OneByOne implements Flow.Subscriber<String> {
    private final Flow.Subscriber<Object> to;
    private Flow.@Nullable Subscription subscription;

    OneByOne(Flow.Subscriber<Object> to) {
      this.to = to;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(String text) {
      to.onNext(text);
      Objects.requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable failure) {
      to.onError(failure);
    }

    @Override
    public void onComplete() {
      to.onComplete();
    }
  }

  /** Wants to know what came with the answer, too. */
  private record WithEnd(Flow.Subscriber<Object> to) implements AnswerSubscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      to.onSubscribe(subscription);
    }

    @Override
    public void onNext(String text) {
      to.onNext(text);
    }

    @Override
    public void onCompletion(Completion<String> completion) {}

    @Override
    public void onError(Throwable failure) {
      to.onError(failure);
    }

    @Override
    public void onComplete() {
      to.onComplete();
    }
  }
}
