package dev.gatewayz.codegen;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.internal.request.ToolAnswer;
import dev.gatewayz.internal.request.ToolRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tools of a prompt: what the model wants called is decoded and called, and what it is told of
 * the result is text. Thread-safe as far as the tools themselves are.
 *
 * <p>Whatever the model gets wrong, it is told: a tool that does not exist, arguments that do not
 * fit. So are exceptions of a tool, unless they are declared fatal; an {@link Error} always is.
 */
public final class Tools {
  private final ToolNames names;
  private final Decoder decoder;
  private final Set<String> needApproval;

  /** Decodes the arguments of tools. */
  @FunctionalInterface
  public interface Decoder {

    /**
     * Decodes the arguments of a tool.
     *
     * @param tool one of the names
     * @param arguments the object that the model wrote; it is decoded twice if it must be read
     *     leniently, so the tool is not called here
     * @return calls the tool
     */
    Invocation decode(String tool, JsonIn arguments);
  }

  /** A tool with its arguments. */
  @FunctionalInterface
  public interface Invocation {

    /**
     * Calls the tool.
     *
     * @return its result, or a {@link CompletionStage} of it
     * @throws Exception what the tool throws
     */
    @Nullable Object call() throws Exception;

    /**
     * {@return what the model is told of a result: text, or what is written as JSON}
     *
     * @param result what the tool returned
     */
    default @Nullable Object json(Object result) {
      return result;
    }

    /**
     * {@return whether an exception of the tool ends the call of the prompt}
     *
     * @param failure what the tool threw
     */
    default boolean isFatal(Throwable failure) {
      return false;
    }

    /**
     * {@return the same, with exceptions that end the call of the prompt, and those that extend
     * them}
     *
     * @param failures classes of exceptions
     */
    default Invocation fatal(Class<?>... failures) {
      Invocation invocation = this;
      return new Invocation() {
        @Override
        public @Nullable Object call() throws Exception {
          return invocation.call();
        }

        @Override
        public @Nullable Object json(Object result) {
          return invocation.json(result);
        }

        @Override
        public boolean isFatal(Throwable failure) {
          for (Class<?> type : failures) {
            if (type.isInstance(failure)) {
              return true;
            }
          }
          return false;
        }
      };
    }
  }

  private Tools(ToolNames names, Decoder decoder, Set<String> needApproval) {
    this.names = names;
    this.decoder = decoder;
    this.needApproval = needApproval;
  }

  /**
   * {@return the tools with these names}
   *
   * @param decoder makes an invocation of what the model wrote
   * @param names as the model calls them
   */
  public static Tools of(Decoder decoder, String... names) {
    return new Tools(new ToolNames(List.of(names)), decoder, Set.of());
  }

  /**
   * {@return the same tools, of which these run only when somebody has approved it}
   *
   * @param names some of the names of these tools
   */
  public Tools withApproval(String... names) {
    return new Tools(this.names, decoder, Set.of(names));
  }

  /** Runs them. */
  ToolRunner runner() {
    return new ToolRunner() {
      @Override
      public CompletionStage<ToolAnswer> run(ToolCall call) throws Exception {
        return Tools.this.run(call);
      }

      @Override
      public ToolCall meant(ToolCall call) {
        String tool = names.meant(call.name());
        return tool == null || tool.equals(call.name())
            ? call
            : new ToolCall(call.id(), tool, call.arguments(), call.extra());
      }

      @Override
      public boolean needsApproval(ToolCall call) {
        String tool = names.meant(call.name());
        return tool != null && needApproval.contains(tool);
      }
    };
  }

  /**
   * {@return a tool whose result is no plain value}
   *
   * @param <T> what the tool returns
   * @param tool called on the executor of tools
   * @param json makes it what can be written as JSON
   */
  public static <T> Invocation call(Callable<? extends T> tool, Function<? super T, ?> json) {
    return new Converted<>(tool, json);
  }

  /**
   * {@return a tool whose result comes later, and is no plain value}
   *
   * @param <T> what the tool returns
   * @param tool called on the executor of tools
   * @param json makes it what can be written as JSON
   */
  public static <T> Invocation callAsync(
      Callable<? extends CompletionStage<? extends T>> tool, Function<? super T, ?> json) {
    return new Converted<>(tool, json);
  }

  private record Converted<T>(Callable<?> tool, Function<? super T, ?> json) implements Invocation {
    @Override
    public @Nullable Object call() throws Exception {
      return tool.call();
    }

    @Override
    @SuppressWarnings("unchecked") // The factories see to it.
    public @Nullable Object json(Object result) {
      return json.apply((T) result);
    }
  }

  /**
   * {@return the JSON of a value that may be absent}
   *
   * @param <T> the type of the value
   * @param value {@code null} stays {@code null}
   * @param json makes it what can be written as JSON
   */
  public static <T> @Nullable Object json(@Nullable T value, Function<? super T, ?> json) {
    return value == null ? null : json.apply(value);
  }

  /**
   * {@return a JSON object}
   *
   * @param members names and values in turn
   */
  public static Map<String, @Nullable Object> object(@Nullable Object... members) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      object.put(String.valueOf(members[i]), members[i + 1]);
    }
    return object;
  }

  /**
   * {@return a JSON array}
   *
   * @param <T> the type of an element
   * @param elements in their order
   * @param json makes each what can be written as JSON
   */
  public static <T> List<@Nullable Object> list(
      Iterable<? extends @Nullable T> elements, Function<? super T, ?> json) {
    List<@Nullable Object> list = new ArrayList<>();
    for (T element : elements) {
      list.add(json(element, json));
    }
    return list;
  }

  /**
   * {@return a JSON array}
   *
   * @param <T> the type of an element
   * @param elements in their order
   * @param json makes each what can be written as JSON
   */
  public static <T> List<@Nullable Object> list(
      @Nullable T[] elements, Function<? super T, ?> json) {
    return Tools.<T>list(Arrays.asList(elements), json);
  }

  /**
   * {@return a JSON object whose names are data}
   *
   * @param <T> the type of a value
   * @param values by name
   * @param json makes each what can be written as JSON
   */
  public static <T> Map<String, @Nullable Object> map(
      Map<String, ? extends @Nullable T> values, Function<? super T, ?> json) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    values.forEach((name, value) -> object.put(name, json(value, json)));
    return object;
  }

  /** Runs a tool that the model wants, and says what the model is told. */
  CompletionStage<ToolAnswer> run(ToolCall call) throws Exception {
    String tool = names.meant(call.name());
    if (tool == null) {
      return wrong("There is no tool " + call.name() + ". Tools: " + names + ".", "unknown_tool");
    }
    Invocation invocation;
    try {
      invocation = decode(tool, call);
    } catch (JsonMismatch e) {
      return wrong("The arguments do not fit. " + e.getMessage(), "invalid_arguments");
    }
    try {
      Object result = invocation.call();
      return result instanceof CompletionStage<?> stage
          ? later(stage, invocation)
          : CompletableFuture.completedFuture(result(result, invocation));
    } catch (Exception e) {
      return CompletableFuture.completedFuture(failure(e, invocation));
    }
  }

  private Invocation decode(String tool, ToolCall call) {
    // Models write nothing where there is nothing to say.
    String written = call.arguments().strip();
    String arguments = written.isEmpty() || written.equals("null") ? "{}" : written;
    return AnswerType.of(in -> decoder.decode(tool, in)).read(arguments);
  }

  private static ToolAnswer result(@Nullable Object result, Invocation invocation) {
    String text = ToolResult.text(result == null ? null : invocation.json(result));
    return new ToolAnswer(text, null);
  }

  private static CompletionStage<ToolAnswer> wrong(String text, String error) {
    return CompletableFuture.completedFuture(new ToolAnswer(text, error));
  }

  private static CompletionStage<ToolAnswer> later(
      CompletionStage<?> stage, Invocation invocation) {
    CompletableFuture<ToolAnswer> text = new CompletableFuture<>();
    stage.whenComplete(
        (result, failure) -> {
          try {
            text.complete(
                failure == null ? result(result, invocation) : failure(failure, invocation));
          } catch (Throwable fatal) {
            text.completeExceptionally(fatal);
          }
        });
    text.whenComplete(
        (said, failure) -> {
          if (text.isCancelled()) {
            stage.toCompletableFuture().cancel(true);
          }
        });
    return text;
  }

  /** What the model is told of a failure; throws it if it is fatal. */
  private static ToolAnswer failure(Throwable thrown, Invocation invocation) throws Exception {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (failure instanceof Error error) {
      throw error;
    }
    if (invocation.isFatal(failure)) {
      throw (Exception) failure;
    }
    String kind = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return new ToolAnswer(
        "The tool failed: " + kind + (message == null ? "." : ": " + message), kind);
  }
}
