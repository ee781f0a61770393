package dev.gatewayz.testkit.fake;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.Completion;
import dev.gatewayz.codegen.FakeCalls;
import dev.gatewayz.error.GatewayzException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a test has said of the answers of a fake, and the calls there were. Thread-safe. */
final class Stubs implements FakeCalls {

  /** What calls with such arguments are answered. */
  private record Stub(FakeCall pattern, Function<List<@Nullable Object>, @Nullable Object> answer) {

    boolean fits(FakeCall call) {
      List<@Nullable Object> wanted = pattern.arguments();
      if (!pattern.prompt().equals(call.prompt())) {
        return false;
      }
      if (wanted.isEmpty()) {
        return true;
      }
      if (wanted.size() != call.arguments().size()) {
        return false;
      }
      for (int i = 0; i < wanted.size(); i++) {
        if (wanted.get(i) != Fake.ANY
            && !Objects.deepEquals(wanted.get(i), call.arguments().get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Stub> stubs = new CopyOnWriteArrayList<>();
  private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
  private String client = "";
  private List<String> prompts = List.of();

  @Override
  public void prompts(String name, String... promptNames) {
    client = name;
    prompts = List.of(promptNames);
  }

  /** Refuses the name of a prompt that does not exist. */
  void require(String prompt) {
    if (!prompts.contains(prompt)) {
      throw new IllegalArgumentException(
          client + " has no prompt \"" + prompt + "\". It has " + String.join(", ", prompts) + ".");
    }
  }

  void add(
      String prompt,
      List<@Nullable Object> arguments,
      Function<List<@Nullable Object>, @Nullable Object> answer) {
    stubs.add(0, new Stub(new FakeCall(prompt, arguments), answer));
  }

  List<FakeCall> calls() {
    return List.copyOf(calls);
  }

  private @Nullable Object answer(String prompt, @Nullable Object[] arguments) {
    FakeCall call = new FakeCall(prompt, Arrays.asList(arguments));
    calls.add(call);
    for (Stub stub : stubs) {
      if (stub.fits(call)) {
        return stub.answer().apply(call.arguments());
      }
    }
    List<String> known = stubs.stream().map(stub -> stub.pattern().toString()).toList();
    throw new IllegalStateException(
        "The test has not said what "
            + client
            + " answers to "
            + call
            + (known.isEmpty()
                ? "."
                : ", only to "
                    + known.stream().sorted().collect(Collectors.joining(" and "))
                    + "."));
  }

  @Override
  // Generated code names the type that its prompt returns, and that may allow null.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  public <T> T call(String prompt, Object[] arguments) {
    Object answer = answer(prompt, arguments);
    return (T) (answer instanceof Completion<?> completion ? completion.value() : answer);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Completion<T> complete(String prompt, Object[] arguments) {
    return (Completion<T>) completion(answer(prompt, arguments));
  }

  private static Completion<?> completion(@Nullable Object answer) {
    return answer instanceof Completion<?> completion
        ? completion
        : Completions.of(Objects.requireNonNull(answer, "A completion has a value."));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> CompletableFuture<T> callAsync(String prompt, Object[] arguments) {
    return (CompletableFuture<T>)
        future(
            () -> answer(prompt, arguments),
            answer -> answer instanceof Completion<?> completion ? completion.value() : answer);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> CompletableFuture<Completion<T>> completeAsync(String prompt, Object[] arguments) {
    return (CompletableFuture<Completion<T>>)
        (CompletableFuture<?>) future(() -> answer(prompt, arguments), Stubs::completion);
  }

  private static CompletableFuture<?> future(
      Supplier<@Nullable Object> source, Function<@Nullable Object, @Nullable Object> as) {
    Object answer;
    try {
      answer = source.get();
    } catch (GatewayzException e) {
      return CompletableFuture.failedFuture(e);
    }
    return answer instanceof CompletionStage<?> stage
        ? stage.toCompletableFuture()
        : CompletableFuture.completedFuture(as.apply(answer));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Flow.Publisher<T> publish(String prompt, Object[] arguments) {
    return (Flow.Publisher<T>)
        publisher(
            prompt,
            arguments,
            answer -> List.of(answer instanceof Completion<?> c ? c.value() : answer));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Flow.Publisher<Completion<T>> publishCompletion(String prompt, Object[] arguments) {
    return (Flow.Publisher<Completion<T>>)
        (Flow.Publisher<?>) publisher(prompt, arguments, answer -> List.of(completion(answer)));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> AnswerStream<T> stream(String prompt, Object[] arguments) {
    Flow.Publisher<?> publisher =
        publisher(
            prompt,
            arguments,
            answer ->
                answer instanceof Collection<?> elements
                    ? new ArrayList<Object>(elements)
                    : List.of(answer));
    return publisher instanceof AnswerStream<?> stream
        ? (AnswerStream<T>) stream
        : subscriber -> ((Flow.Publisher<T>) publisher).subscribe(subscriber);
  }

  private Flow.Publisher<?> publisher(
      String prompt, Object[] arguments, Function<Object, List<?>> pieces) {
    Object answer;
    try {
      answer = Objects.requireNonNull(answer(prompt, arguments), "A publisher has no null.");
    } catch (GatewayzException e) {
      return Completions.elementsOf().failing(e);
    }
    if (answer instanceof Flow.Publisher<?> publisher) {
      return publisher;
    }
    List<?> known = pieces.apply(answer);
    String text = known.size() == 1 ? String.valueOf(known.get(0)) : known.toString();
    return new FakeStream<>(new ArrayList<Object>(known), Completions.text(text));
  }
}
