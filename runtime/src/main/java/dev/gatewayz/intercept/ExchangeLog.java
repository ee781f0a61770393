package dev.gatewayz.intercept;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.SystemMessage;
import dev.gatewayz.chat.Text;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolMessage;
import dev.gatewayz.chat.UserMessage;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.log.NamedLog;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes down what calls say and what they are answered: one entry when a call is made, with its
 * messages, and one when it has ended, with the rounds of tools and the answer, or with what went
 * wrong. Images, sound and files are named, not shown.
 *
 * <pre>{@code
 * Gatewayz.builder().interceptor(new ExchangeLog(System.out::println)).build();
 * }</pre>
 *
 * <p>Entries hold prompts and answers, so whoever reads the log reads what users wrote. They hold
 * no key. For a line a call without any of that, there is {@link dev.gatewayz.observe.CallLog}.
 *
 * <p>Entries are written on the thread that makes a call, and on event loops. What goes wrong with
 * them costs no call its answer. Thread-safe.
 */
public final class ExchangeLog implements Interceptor {
  private static final String LOGGER = "dev.gatewayz.exchanges";

  private final BooleanSupplier isWanted;
  private final Consumer<String> entries;

  /**
   * A log that writes to the {@link System.Logger} named {@code dev.gatewayz.exchanges}, at level
   * {@code DEBUG}. While that level is not logged, calls are made as if nobody stood there.
   */
  public ExchangeLog() {
    NamedLog log = new NamedLog(LOGGER);
    this.isWanted = log::isDebugWanted;
    this.entries = log::debug;
  }

  /**
   * A log that writes elsewhere, as in {@code new ExchangeLog(logger::debug)} for a logger of
   * SLF4J.
   *
   * @param entries takes each entry, which has several lines; several at a time
   */
  public ExchangeLog(Consumer<String> entries) {
    this.isWanted = () -> true;
    this.entries = Objects.requireNonNull(entries, "entries");
  }

  @Override
  public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    if (!isWanted.getAsBoolean()) {
      return next.proceed(call);
    }
    write(() -> asked(call));
    return next.proceed(call)
        .whenComplete(
            (answer, failure) ->
                write(() -> answer == null ? failed(call, failure) : answered(call, answer)));
  }

  @Override
  public Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
    if (!isWanted.getAsBoolean()) {
      return next.proceed(call);
    }
    Flow.Publisher<ChatChunk> chunks = next.proceed(call);
    return subscriber -> {
      write(() -> asked(call));
      chunks.subscribe(new Listening(call, subscriber));
    };
  }

  private void write(Supplier<String> entry) {
    try {
      entries.accept(entry.get());
    } catch (Throwable t) {
      Log.warning("A call could not be written down.", t);
    }
  }

  private static String asked(OutgoingCall call) {
    StringBuilder entry = new StringBuilder(name(call)).append(" asks ").append(call.model());
    call.messages().forEach(message -> add(message, entry));
    return entry.toString();
  }

  private static String answered(OutgoingCall call, Completion<String> answer) {
    StringBuilder entry = new StringBuilder(name(call)).append(" is answered");
    List<Message> exchange = answer.exchange();
    // A completion that somebody else has made may hold the answer alone.
    int before = Math.min(call.messages().size(), exchange.size() - 1);
    exchange.subList(before, exchange.size()).forEach(message -> add(message, entry));
    return entry.toString();
  }

  private static String failed(OutgoingCall call, Throwable failure) {
    boolean isWrapped = failure instanceof CompletionException && failure.getCause() != null;
    String what = String.valueOf(isWrapped ? failure.getCause() : failure);
    return name(call) + " fails: " + setIn(what);
  }

  private static String name(OutgoingCall call) {
    String promptId = call.promptId();
    return promptId == null ? "A request" : promptId;
  }

  private static void add(Message message, StringBuilder entry) {
    String role = message.role().name().toLowerCase(Locale.ROOT);
    if (message instanceof SystemMessage system) {
      add(role, system.content(), entry);
    } else if (message instanceof UserMessage user) {
      for (ContentPart part : user.content()) {
        add(role, part instanceof Text words ? words.text() : part.toString(), entry);
      }
    } else if (message instanceof ToolMessage tool) {
      add(role, tool.content(), entry);
    } else if (message instanceof AssistantMessage said) {
      String refusal = said.refusal();
      if (said.content() != null) {
        add(role, said.content(), entry);
      }
      if (refusal != null) {
        add(role + " refuses", refusal, entry);
      }
      for (ToolCall call : said.toolCalls()) {
        add(role + " calls", call.name() + "(" + call.arguments() + ")", entry);
      }
    }
  }

  private static void add(String role, String text, StringBuilder entry) {
    entry.append("\n  ").append(role).append(": ").append(setIn(text));
  }

  /** Sets the lines of a text in, so that none can pass for an entry. */
  private static String setIn(String text) {
    return text.replaceAll("\\R", "\n    ");
  }

  /** A subscriber of chunks whose end is written down. */
  private final class Listening implements AnswerSubscriber<ChatChunk> {
    private final OutgoingCall call;
    private final Flow.Subscriber<? super ChatChunk> subscriber;

    private Listening(OutgoingCall call, Flow.Subscriber<? super ChatChunk> subscriber) {
      this.call = call;
      this.subscriber = subscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(ChatChunk chunk) {
      subscriber.onNext(chunk);
    }

    @Override
    public void onCompletion(Completion<String> completion) {
      write(() -> answered(call, completion));
      if (subscriber instanceof AnswerSubscriber<? super ChatChunk> whole) {
        whole.onCompletion(completion);
      }
    }

    @Override
    public void onError(Throwable failure) {
      write(() -> failed(call, failure));
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }
}
