package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChunkReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A call for an answer in one piece, and for as many more as tools and corrections need.
 *
 * @param <T> what the caller makes of the answer
 */
final class UnaryCall<T> extends WholeCall<T> {
  private final Result<T> result;
  private final Spent spent = new Spent();
  private String answerText = "";

  UnaryCall(CallEngine engine, CallRequest request, Result<T> result, CallFuture<T> future) {
    super(engine, request, future);
    this.result = result;
  }

  @Override
  void onWhole(byte[] bytes, int size) {
    ChunkReader reader = engine.decoding(context()).reader();
    AnswerFields fields = reader.fields();
    try {
      reader.read(bytes, 0, size);
    } catch (JacksonException e) {
      failed(notUnderstood("The answer is not JSON.", bytes, 0, size));
      return;
    }
    if (fields.hasError() || !fields.hasChoices()) {
      failed(errorInAnswer(bytes, 0, size));
    } else if (fields.choiceCount() == 0 || fields.choice(0).isEmpty()) {
      failed(notUnderstood("The answer has no choices.", bytes, 0, size));
    } else if (FinishReason.of(fields.choice(0).finishReason()) == FinishReason.ERROR) {
      failed(errorInAnswer(bytes, 0, size));
    } else {
      onAnswer(fields.toCompletion(request().modelName()));
    }
  }

  private void onAnswer(ChatCompletion completion) {
    spent.add(completion.usage(), completion.gatewayUsage());
    answerText = completion.text();
    Choice first = completion.choices().get(0);
    if (ToolRound.begin(this, first.message(), first.finish())) {
      return;
    }
    T value;
    try {
      value = result.of(spent.in(completion), info());
    } catch (AnswerFormatException e) {
      correct(e);
      return;
    } catch (GatewayzException e) {
      finish(e);
      return;
    }
    succeeded();
    future.succeed(value);
  }

  private void correct(AnswerFormatException failure) {
    Turns turns = request().policy().turns();
    if (turns.repairs() > 0) {
      goOn(request().continued(Turns.correctionOf(failure), turns.repaired()), failure);
    } else {
      finish(failure.after(turns.repairsDone()));
    }
  }

  @Override
  @Nullable Usage usage() {
    return spent.usage();
  }

  @Override
  @Nullable GatewayUsage gatewayUsage() {
    return spent.gatewayUsage();
  }

  @Override
  String answerText() {
    return answerText;
  }

  @Override
  Call newRival() {
    return new UnaryCall<>(engine, request(), result, future);
  }
}
