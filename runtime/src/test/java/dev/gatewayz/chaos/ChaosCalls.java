package dev.gatewayz.chaos;

import dev.gatewayz.Approvals;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Fallback;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.Prompts;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Growing;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.gateway.Embeddings;
import dev.gatewayz.support.Asking;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Callers that ask in every way there is, are slow, hasty, or change their minds. */
public final class ChaosCalls implements AutoCloseable {
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";
  private static final ChatRequest HELLO = Asking.ask("Hello");
  private static final Prompt GREETING = Asking.greeting("Chaos.greet");
  private static final Prompt LOOKING =
      Prompt.of("Chaos.look", "0", MODEL, "", "{\"role\":\"user\",\"content\":\"look\"}");

  /** Numbers as {@link ChaosGateway} writes them. */
  private static final AnswerType<List<Long>> NUMBERS =
      AnswerType.of(in -> in.list(element -> element.int64()));

  private final ChaosClients clients;
  private final Ledger ledger;
  private final long seed;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final ExecutorService blocked = Executors.newCachedThreadPool();
  private final Semaphore free = new Semaphore(0);
  private final Tools tools;
  private int open;

  /** Their choices follow from the seed and the number of the call. */
  public ChaosCalls(ChaosClients clients, Ledger ledger, long seed) {
    this.clients = clients;
    this.ledger = ledger;
    this.seed = seed;
    this.tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> "[1,2]";
            },
            "look");
  }

  /** Makes calls for a while, so many at once, and no fewer than that. */
  public void keepUp(int atOnce, int fewest, Duration time) throws InterruptedException {
    open = atOnce;
    free.release(atOnce);
    long end = System.nanoTime() + time.toNanos();
    for (long number = 0; number < fewest || System.nanoTime() - end < 0; number++) {
      free.acquire();
      begin(new Random(seed * 17 + number));
    }
  }

  /** Waits until all have ended. */
  public void awaitEnds() throws InterruptedException {
    if (!free.tryAcquire(open, 60, TimeUnit.SECONDS)) {
      ledger.complain((open - free.availablePermits()) + " calls did not end");
    }
  }

  private void begin(Random choice) {
    Gatewayz client = clients.any(choice);
    CallOptions options = options(choice);
    try {
      begin(client, options, choice);
    } catch (ChaosClients.Refusal e) {
      // There was no key.
      end(nameOf(e));
    }
  }

  private void begin(Gatewayz client, CallOptions options, Random choice) {
    switch (choice.nextInt(16)) {
      case 0 -> whole(client.completeAsync(HELLO, options).thenApply(a -> a.text()), choice);
      case 1 -> whole(Prompts.of(client).callAsync(greet(options), AnswerType.TEXT), choice);
      case 2 -> whole(Prompts.of(client).callAsync(look(options), AnswerType.TEXT), choice);
      case 3 ->
          whole(
              Prompts.of(client)
                  .callAsync(greet(options).repair(1), NUMBERS)
                  .thenApply(Object::toString),
              choice);
      case 4 ->
          client.stream(HELLO, options)
              .subscribe(new ChaosSubscriber<>(this, choice, false, chunk -> chunk.text()));
      case 5 ->
          Prompts.of(client)
              .text(greet(options))
              .subscribe(new ChaosSubscriber<>(this, choice, false, text -> text));
      case 6 ->
          Prompts.of(client)
              .text(look(options))
              .subscribe(new ChaosSubscriber<>(this, choice, false, text -> text));
      case 7 ->
          Prompts.of(client)
              .snapshots(greet(options), NUMBERS, Growing.list(Growing.whole(in -> in.int64())))
              .subscribe(new ChaosSubscriber<>(this, choice, true, Object::toString));
      case 8 -> blocking(() -> client.complete(HELLO, options).text(), choice);
      case 9 ->
          blocking(
              () -> {
                try (Stream<String> text = Prompts.of(client).text(look(options)).blocking()) {
                  return text.collect(Collectors.joining());
                }
              },
              choice);
      case 10 -> approved(client, options, choice, 3);
      case 11 ->
          Prompts.of(client)
              .publish(greet(options), AnswerType.TEXT)
              .subscribe(new ChaosSubscriber<>(this, choice, false, text -> text));
      case 12 ->
          vectors(
              client
                  .with(options)
                  .embeddingsAsync(EmbeddingRequest.of("gatewayz/openai/embed", "Hello")));
      case 13 ->
          Prompts.of(client)
              .snapshots(
                  greet(options).repair(1), NUMBERS, Growing.list(Growing.whole(in -> in.int64())))
              .subscribe(new ChaosSubscriber<>(this, choice, true, Object::toString));
      case 14 -> rows(client, options);
      default ->
          Prompts.of(client)
              .elements(greet(options), AnswerType.of(in -> in.int64()))
              .subscribe(new ChaosSubscriber<>(this, choice, false, number -> number + ","));
    }
  }

  /** A tool that somebody has to approve, whereupon any client goes on. */
  private void approved(Gatewayz client, CallOptions options, Random choice, int patience) {
    Prompts.of(client)
        .callAsync(
            LOOKING.render().raw(0).tools(tools.withApproval("look"), 2).options(options),
            AnswerType.TEXT)
        .whenComplete(
            (text, failure) -> {
              Throwable cause = failure == null ? null : failure.getCause();
              Throwable why = cause == null ? failure : cause;
              if (failure == null) {
                check(text);
                end("answered");
              } else if (why instanceof ApprovalRequiredException waiting && patience > 0) {
                Approvals approvals = Approvals.fromJson(Approvals.of(waiting).toJson());
                for (ToolCall call : waiting.wanted()) {
                  approvals =
                      choice.nextInt(4) == 0
                          ? approvals.reject(call.id(), "no")
                          : approvals.approve(call.id());
                }
                CallOptions decided = options.toBuilder().approvals(approvals).build();
                later(0, () -> again(decided, choice, patience - 1));
              } else {
                end(nameOf(failure));
              }
            });
  }

  private void again(CallOptions options, Random choice, int patience) {
    try {
      approved(clients.lasting().get(choice.nextInt(3)), options, choice, patience);
    } catch (RuntimeException e) {
      end(nameOf(e));
    }
  }

  private void vectors(CompletableFuture<Embeddings> vectors) {
    vectors.whenComplete(
        (answer, failure) -> {
          if (failure == null && answer.vectors().size() != 1) {
            complain("vectors that were not asked for");
          }
          end(failure == null ? "answered" : nameOf(failure));
        });
  }

  /** Rows, each of which gets a result. */
  private void rows(Gatewayz client, CallOptions options) {
    int rows = 5;
    List<Integer> seen = new CopyOnWriteArrayList<>();
    dev.gatewayz.batch.Prompts.mapAsync(
            IntStream.range(0, rows).boxed().toList(),
            row -> Prompts.of(client).completeAsync(greet(options), AnswerType.TEXT))
        .inFlight(2)
        .forEach(
            result -> {
              seen.add(result.input());
              if (result.error() == null) {
                check(result.value().value());
              } else {
                nameOf(result.error());
              }
            })
        .whenComplete(
            (progress, failure) -> {
              if (failure == null && seen.stream().distinct().count() != rows) {
                complain("rows without a result: only " + seen);
              }
              end(failure == null ? "answered" : nameOf(failure));
            });
  }

  /** A thread that blocks; some are interrupted. */
  private void blocking(Supplier<String> call, Random choice) {
    AtomicReference<Thread> thread = new AtomicReference<>();
    blocked.execute(
        () -> {
          thread.set(Thread.currentThread());
          String end;
          try {
            check(call.get());
            end = "answered";
          } catch (RuntimeException | Error e) {
            end = nameOf(e);
          }
          synchronized (thread) {
            thread.set(null);
            Thread.interrupted();
          }
          end(end);
        });
    if (choice.nextInt(10) == 0) {
      later(
          choice.nextInt(40),
          () -> {
            synchronized (thread) {
              if (thread.get() != null) {
                thread.get().interrupt();
              }
            }
          });
    }
  }

  private Rendering greet(CallOptions options) {
    return GREETING.render().raw(0).options(options);
  }

  private Rendering look(CallOptions options) {
    return LOOKING.render().raw(0).tools(tools, 2).options(options);
  }

  private static CallOptions options(Random choice) {
    CallOptions.Builder options = CallOptions.builder();
    if (choice.nextInt(3) == 0) {
      options.hedgeAfter(Duration.ofMillis(1 + choice.nextInt(60)));
    }
    if (choice.nextInt(4) == 0) {
      options.fallback(Fallback.model("gatewayz/anthropic/claude-3-haiku"));
    }
    options.deadlines(
        Deadlines.DEFAULT
            .withAcquire(Duration.ofSeconds(5))
            .withFirstToken(Duration.ofMillis(100 + choice.nextInt(400)))
            .withIdle(Duration.ofMillis(100 + choice.nextInt(400)))
            .withTotal(Duration.ofMillis(200 + choice.nextInt(3_000))));
    return options.build();
  }

  private void whole(CompletableFuture<String> answer, Random choice) {
    AtomicBoolean ended = new AtomicBoolean();
    answer.whenComplete(
        (text, failure) -> {
          if (!ended.compareAndSet(false, true)) {
            ledger.complain("a future has ended twice");
          }
          if (failure == null) {
            check(text);
            end("answered");
          } else {
            end(nameOf(failure));
          }
        });
    if (choice.nextInt(10) == 0) {
      later(choice.nextInt(40), () -> answer.cancel(true));
    }
  }

  /** A text is whole and of one reply. */
  void check(String text) {
    String[] numbers = text.replaceAll("[\\[\\] ]", "").split(",", -1);
    try {
      long first = Long.parseLong(numbers[0]);
      for (int i = 0; i < numbers.length; i++) {
        if (Long.parseLong(numbers[i]) != first + i || first % 1_000 != 0) {
          ledger.complain("a text that was never said: " + text);
          return;
        }
      }
    } catch (NumberFormatException e) {
      ledger.complain("a text that was never said: " + text);
    }
  }

  void end(String how) {
    ledger.ended(how);
    free.release();
  }

  void complain(String what) {
    ledger.complain(what);
  }

  void later(int millis, Runnable task) {
    timer.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  String nameOf(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(cause instanceof GatewayzException
        || cause instanceof CancellationException
        || cause instanceof RejectedExecutionException
        || cause instanceof ChaosClients.Refusal)) {
      ledger.complain("not a failure of ours: " + cause);
    }
    return cause.getClass().getSimpleName();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    blocked.shutdownNow();
  }
}
