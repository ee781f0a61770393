package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChunkReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The answer of a model in one piece.
 *
 * @param <T> what the caller makes of it
 */
public final class ChatAnswer<T> extends WholeAnswer {
  private final Result<T> result;
  private final CallFuture<T> future;
  private Content content = Content.NONE;
  private @Nullable ChatCompletion completion;
  private @Nullable T value;

  /** An answer of which {@code result} is made, for {@code future}. */
  public ChatAnswer(
      AnswerSink sink,
      Response response,
      Decoding decoding,
      Result<T> result,
      CallFuture<T> future) {
    super(sink, response, decoding);
    this.result = result;
    this.future = future;
  }

  @Override
  void onWhole(byte[] bytes, int size) {
    ChunkReader reader = decoding.reader();
    AnswerFields fields = reader.fields();
    try {
      reader.read(bytes, 0, size);
    } catch (JacksonException e) {
      sink.failed(response.notUnderstood("The answer is not JSON.", bytes, 0, size));
      return;
    }
    if (fields.hasError() || !fields.hasChoices()) {
      sink.failed(response.errorInAnswer(bytes, 0, size));
    } else if (fields.choiceCount() == 0 || fields.choice(0).isEmpty()) {
      sink.failed(response.notUnderstood("The answer has no choices.", bytes, 0, size));
    } else if (FinishReason.of(fields.choice(0).finishReason()) == FinishReason.ERROR) {
      sink.failed(response.errorInAnswer(bytes, 0, size));
    } else {
      ChatCompletion read = fields.toCompletion(response.model());
      completion = read;
      content = Content.of(read);
      sink.answered();
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public void prepare(UsedTokens used, CallInfo call) {
    if (completion != null) {
      value = result.of(used.in(completion), call);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // What was prepared may be null where T says so.
  public void handOver() {
    future.succeed(value);
  }
}
