package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Code of users sees what the thread had that made the call, and may itself make calls. */
class ContextTest extends Calls {
  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();
  private static final ContextCarrier CARRIER = ContextCarrier.threadLocal(TENANT);

  private static final Prompt ASK =
      Prompt.of(
          "Weatherman.ask", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"Weather?\"}");
  private static final Prompt INNER =
      Prompt.of("Inner.ask", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"Inner\"}");

  private static Rendering ask(Callable<Object> tool) {
    return ASK.render()
        .raw(0)
        .tools(
            Tools.of(
                (name, in) -> {
                  in.skip();
                  return tool::call;
                },
                "look"),
            8);
  }

  private static Reply wanted(int calls) {
    FunctionCall[] looks = new FunctionCall[calls];
    Arrays.fill(looks, new FunctionCall("look", "{}"));
    return Reply.toolCalls(looks);
  }

  /** Asks for the tool first, and answers what tools themselves ask. */
  private void respond(int calls) {
    gateway.respond(
        request -> {
          String body = request.bodyText();
          return body.contains("Inner") && !body.contains("Weather?")
              ? Reply.text("inner")
              : body.contains("\"role\":\"tool\"") ? Reply.text("ok") : wanted(calls);
        });
  }

  private static <T> T as(String tenant, Callable<T> code) {
    TENANT.set(tenant);
    try {
      return code.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      TENANT.remove();
    }
  }

  @Test
  void toolsListenersInterceptorsAndCallbacksSeeTheCaller() {
    List<String> seen = new CopyOnWriteArrayList<>();
    Interceptor away =
        new Interceptor() {
          @Override
          public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
            return CompletableFuture.supplyAsync(() -> call).thenCompose(next::proceed);
          }
        };
    Interceptor within =
        new Interceptor() {
          @Override
          public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
            seen.add("interceptor " + TENANT.get());
            return next.proceed(call);
          }
        };
    Gatewayz client =
        client(
            b ->
                b.contextCarrier(CARRIER)
                    .interceptor(away)
                    .interceptor(within)
                    .listener(event -> seen.add("listener " + TENANT.get())));
    respond(1);
    Callable<Object> tool =
        () -> {
          seen.add("tool " + TENANT.get());
          return "sun";
        };

    CompletableFuture<String> answer =
        as(
            "acme",
            () ->
                Prompts.of(client)
                    .callAsync(ask(tool), AnswerType.TEXT)
                    .whenComplete((text, failure) -> seen.add("callback " + TENANT.get())));

    assertThat(answer.join()).isEqualTo("ok");
    assertThat(seen)
        .contains("tool acme", "listener acme", "interceptor acme", "callback acme")
        .allMatch(line -> line.endsWith(" acme"));
  }

  @Test
  @EnabledForJreRange(
      min = JRE.JAVA_25,
      disabledReason = "Scoped values are in the language since Java 25.")
  void aScopedValueIsCarried() throws Exception {
    Class<?> scopedValue = Class.forName("java.lang.ScopedValue");
    Object user = scopedValue.getMethod("newInstance").invoke(null);
    Callable<Object> get =
        () ->
            (Boolean) scopedValue.getMethod("isBound").invoke(user)
                ? scopedValue.getMethod("get").invoke(user)
                : "nobody";
    List<Object> seen = new CopyOnWriteArrayList<>();
    Gatewayz client =
        client(
            b ->
                b.contextCarrier(
                    () -> {
                      Object captured = value(get);
                      return code -> where(scopedValue, user, captured, code);
                    }));
    respond(1);
    Callable<Object> tool =
        () -> {
          seen.add("tool " + get.call());
          return "sun";
        };

    where(
        scopedValue,
        user,
        "acme",
        () ->
            Prompts.of(client)
                .callAsync(ask(tool), AnswerType.TEXT)
                .thenRun(() -> seen.add("callback " + value(get)))
                .join());

    assertThat(seen).containsExactly("tool acme", "callback acme");
    assertThat(get.call()).isEqualTo("nobody");
  }

  private static Object value(Callable<Object> get) {
    try {
      return get.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void where(Class<?> scopedValue, Object key, Object value, Runnable code) {
    try {
      Object carrier =
          scopedValue.getMethod("where", scopedValue, Object.class).invoke(null, key, value);
      Class<?> type = Class.forName("java.lang.ScopedValue$Carrier");
      type.getMethod("run", Runnable.class).invoke(carrier, code);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void subscribersSeeTheThreadThatSubscribed() {
    List<String> seen = new CopyOnWriteArrayList<>();
    Gatewayz client = client(b -> b.contextCarrier(CARRIER));
    gateway.reply(Reply.chunks("a", "b"));
    AnswerStream<ChatChunk> stream = as("maker", () -> client.stream(HELLO));

    Probe<ChatChunk> probe = as("acme", () -> Probe.of(stream, item -> seen.add(TENANT.get())));
    probe.request(100).awaitCompletion();

    assertThat(seen).isNotEmpty().containsOnly("acme");
  }

  @Test
  void aCarrierThatFailsHarmsNobody(Logs logs) {
    Gatewayz client =
        client(
            b ->
                b.contextCarrier(
                        () -> {
                          throw new IllegalStateException("capture");
                        })
                    .contextCarrier(() -> code -> {})
                    .contextCarrier(CARRIER));
    List<String> seen = new CopyOnWriteArrayList<>();
    gateway.reply(Reply.text("ok"));

    as(
        "acme",
        () -> client.completeAsync(HELLO).thenRun(() -> seen.add("x" + TENANT.get())).join());

    assertThat(seen).hasSize(1);
    assertThat(logs.takeAll(Level.WARNING, "A context carrier threw")).isNotEmpty();
  }

  /** Takes what the thread has that hands a task over. */
  private static Executor capturing(Executor executor) {
    return task -> {
      String tenant = TENANT.get();
      executor.execute(
          () -> {
            TENANT.set(tenant);
            try {
              task.run();
            } finally {
              TENANT.remove();
            }
          });
    };
  }

  @Test
  void anExecutorThatLooksAtTheThreadThatHandsOverSeesTheCaller() {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Gatewayz blocking = client(b -> b.toolExecutor(capturing(threads)));
      respond(1);
      List<String> seen = new CopyOnWriteArrayList<>();
      Callable<Object> tool = () -> seen.add(TENANT.get());
      as("acme", () -> Prompts.of(blocking).call(ask(tool), AnswerType.TEXT));
      blocking.close();

      Gatewayz later = client(b -> b.toolExecutor(capturing(threads)).contextCarrier(CARRIER));
      as("beta", () -> Prompts.of(later).callAsync(ask(tool), AnswerType.TEXT)).join();

      assertThat(seen).containsExactly("acme", "beta");
    } finally {
      threads.shutdown();
    }
  }

  // Calls that tools make.

  @Test
  void aToolMayAskThroughTheClientThatRunsIt() {
    Gatewayz client = client(b -> b.maxConcurrentCalls(1, 10));
    respond(3);
    PromptClient prompts = Prompts.of(client);
    Callable<Object> inner = () -> prompts.call(INNER.render().raw(0), AnswerType.TEXT);

    assertThat(prompts.call(ask(inner), AnswerType.TEXT)).isEqualTo("ok");
    assertThat(Probe.all(prompts.text(ask(inner))).awaitCompletion()).containsExactly("ok");

    assertThat(gateway.requests()).hasSize(10);
    assertThat(gateway.counters().mostRequestsOpen()).isEqualTo(1);
    String told = gateway.requests().get(4).bodyText();
    assertThat(told).contains("\"content\":\"inner\"");
  }

  @Test
  void itMayDoSoOnAnyThreadAndWithToolsOfItsOwn() {
    Gatewayz client = client(b -> b.maxConcurrentCalls(1, 10));
    respond(1);
    PromptClient prompts = Prompts.of(client);
    Callable<Object> inner = () -> prompts.call(INNER.render().raw(0), AnswerType.TEXT);
    Callable<Object> elsewhere =
        () ->
            CompletableFuture.supplyAsync(
                () -> prompts.call(ask(inner), AnswerType.TEXT), task -> new Thread(task).start());

    assertThat(prompts.call(ask(elsewhere), AnswerType.TEXT)).isEqualTo("ok");
    assertThat(gateway.counters().mostRequestsOpen()).isEqualTo(1);
  }

  @Test
  void whoFindsNoPlaceIsRefusedAtOnceAndTheCallGoesOnWhenThereIsOne() throws Exception {
    Gatewayz client = client(b -> b.maxConcurrentCalls(1, 0));
    CountDownLatch holds = new CountDownLatch(1);
    Gate refused = Gate.closed();
    gateway.respond(
        request -> {
          String body = request.bodyText();
          if (body.contains("Hello")) {
            holds.countDown();
            return Reply.text("held").first(Step.await(refused));
          }
          return body.contains("\"role\":\"tool\"") ? Reply.text("ok") : wanted(1);
        });
    Callable<Object> inner =
        () -> {
          CompletableFuture<?> other = client.completeAsync(HELLO);
          holds.await();
          try {
            return Prompts.of(client).call(INNER.render().raw(0), AnswerType.TEXT);
          } finally {
            refused.open();
            other.join();
          }
        };

    assertThat(Prompts.of(client).call(ask(inner), AnswerType.TEXT)).isEqualTo("ok");

    assertThat(gateway.requests().get(2).bodyText())
        .contains(TooManyCallsException.class.getSimpleName());
  }
}
