package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChunkReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The answer of a model in one piece.
 *
 * @param <T> what the caller makes of it
 */
public final class ChatAnswer<T> extends WholeAnswer implements Content, Supplier<Answered> {
  private final Result<T> result;
  private final HandOver<T> handOver;
  private @Nullable ChatCompletion completion;
  private @Nullable BigDecimal costBesideUsage;
  private @Nullable BigDecimal cost;
  private @Nullable T value;

  /** An answer of which {@code result} is made, for the caller behind {@code handOver}. */
  public ChatAnswer(
      AnswerSink sink,
      Response response,
      Decoding decoding,
      Result<T> result,
      HandOver<T> handOver) {
    super(sink, response, decoding);
    this.result = result;
    this.handOver = handOver;
  }

  @Override
  Runnable read(ChunkReader reader, byte[] bytes, int size) {
    if (BodyForm.of(bytes, size) == BodyForm.EVENTS) {
      return new EventsInOnePiece(sink, response, reader)
          .read(bytes, size, decoding.rules().maxAnswerSize(), whole -> answered(whole, null));
    }
    if (size == 0) {
      return this::failWithoutAnswer;
    }
    AnswerFields fields = reader.fields();
    try {
      reader.read(bytes, 0, size);
    } catch (JacksonException e) {
      return () -> response.failNotUnderstood("The answer is not JSON.", bytes, 0, size);
    }
    if (fields.isOfOtherApi()) {
      return () -> response.failNotUnderstood("The answer is one of another API.", bytes, 0, size);
    }
    if (fields.hasError() || !fields.hasChoices()) {
      return () -> response.failByAnswer(bytes, 0, size);
    }
    if (fields.choiceCount() == 0 || fields.choice(0).isEmpty()) {
      return () -> response.failNotUnderstood("The answer has no choices.", bytes, 0, size);
    }
    if (FinishReason.of(fields.choice(0).finishReason()) == FinishReason.ERROR) {
      return () -> response.failByAnswer(bytes, 0, size);
    }
    ChatCompletion answer = fields.toCompletion(response.model());
    BigDecimal cost = fields.cost();
    return () -> answered(answer, cost);
  }

  private void failWithoutAnswer() {
    sink.failed(
        new StreamTruncatedException(
            sink.info(),
            "The response ended without any answer.",
            "Ask again, or another model.",
            sink.partial()));
  }

  private void answered(ChatCompletion answer, @Nullable BigDecimal cost) {
    costBesideUsage = cost;
    completion = answer;
    sink.answered();
  }

  @Override
  public void prepare(UsedTokens used, Supplier<CallInfo> call) {
    if (completion != null) {
      completion = used.in(completion);
      value = result.of(completion, call);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // What was prepared may be null where T says so.
  public void handOver(@Nullable BigDecimal cost) {
    this.cost = cost;
    handOver.accept(value, this);
  }

  @Override
  public Answered get() {
    return response.answered(whole(), cost);
  }

  // What has arrived: all or nothing.

  @Override
  public Content content() {
    return completion == null ? Content.NONE : this;
  }

  private ChatCompletion whole() {
    return Objects.requireNonNull(completion);
  }

  @Override
  public boolean hasWords() {
    return true;
  }

  @Override
  public String text() {
    return whole().text();
  }

  @Override
  public List<ToolCall> toolCalls() {
    return message().toolCalls();
  }

  @Override
  public AssistantMessage message() {
    return whole().choices().get(0).message();
  }

  @Override
  public FinishReason finish() {
    return whole().choices().get(0).finishReason();
  }

  @Override
  public @Nullable String responseId() {
    return whole().id();
  }

  @Override
  public @Nullable String responseModel() {
    return whole().model();
  }

  @Override
  public List<String> finishReasons() {
    return whole().choices().stream()
        .map(Choice::finishReasonText)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public @Nullable Usage usage() {
    return whole().usage();
  }

  @Override
  public @Nullable GatewayUsage gatewayUsage() {
    return whole().gatewayUsage();
  }

  @Override
  public @Nullable BigDecimal cost() {
    BigDecimal reported = Content.super.cost();
    if (reported == null) {
      reported = costBesideUsage;
    }
    return reported == null ? response.cost() : reported;
  }
}
