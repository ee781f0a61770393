package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChunkReader;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A call whose answer comes in one piece.
 *
 * @param <T> what the caller makes of the answer
 */
final class UnaryCall<T> extends Response {
  private final CallFuture<T> future;
  private final Result<T> result;
  private @Nullable BodyBuffer body;
  private final Spent spent = new Spent();

  UnaryCall(CallEngine engine, CallRequest request, Result<T> result, CallFuture<T> future) {
    super(engine, request);
    this.result = result;
    this.future = future;
    future.belongsTo(this);
  }

  CompletableFuture<T> future() {
    return future;
  }

  @Override
  void onGoodHead(ResponseHead head) {
    body = new BodyBuffer(engine.maxBodySize(), contentLength(head));
    if (head.header("content-encoding") != null) {
      failed(
          notUnderstood(
              "The server compressed its answer, though it was not asked to.", new byte[0], 0, 0));
    }
  }

  @Override
  int onGoodBody(ByteBuf data) {
    int size = data.readableBytes();
    BodyBuffer buffer = body;
    if (buffer != null) {
      clock.sign();
      if (!buffer.append(data)) {
        failed(
            notUnderstood(
                "The answer has more than " + engine.maxBodySize() + " bytes.",
                buffer.bytes(),
                0,
                buffer.size()));
      }
    }
    return size;
  }

  @Override
  void onGoodEnd() {
    BodyBuffer buffer = body == null ? new BodyBuffer(0) : body;
    body = null;
    ChunkReader reader = engine.decoding(context()).reader();
    AnswerFields fields = reader.fields();
    try {
      reader.read(buffer.bytes(), 0, buffer.size());
    } catch (JacksonException e) {
      failed(notUnderstood("The answer is not JSON.", buffer.bytes(), 0, buffer.size()));
      return;
    }
    if (fields.hasError() || (!fields.hasChoices() && fields.choiceCount() == 0)) {
      failed(errorInAnswer(buffer.bytes(), 0, buffer.size()));
    } else if (fields.choiceCount() == 0) {
      failed(notUnderstood("The answer has no choices.", buffer.bytes(), 0, buffer.size()));
    } else if (FinishReason.of(fields.choice(0).finishReason()) == FinishReason.ERROR) {
      failed(errorInAnswer(buffer.bytes(), 0, buffer.size()));
    } else {
      answered(fields.toCompletion(request().model().name()));
    }
  }

  private void answered(ChatCompletion completion) {
    spent.add(completion.usage(), completion.gatewayUsage());
    if (ToolRound.begin(this, completion.choices().get(0).message())) {
      return;
    }
    T value;
    try {
      value = result.of(spent.in(completion), info());
    } catch (AnswerFormatException e) {
      Turns turns = request().policy().turns();
      if (turns.repairs() > 0) {
        goOn(request().continued(Turns.correctionOf(e), turns.repaired()));
      } else {
        finish(e);
      }
      return;
    } catch (GatewayzException e) {
      finish(e);
      return;
    }
    succeeded();
    future.succeed(value);
  }

  @Override
  void reset() {
    body = null;
  }

  @Override
  boolean hasBegun() {
    return false;
  }

  @Override
  boolean hasDelivered() {
    return false;
  }

  @Override
  Partial partial() {
    return Partial.NONE;
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
  int pieces() {
    return 0;
  }

  @Override
  boolean isRefused() {
    return false;
  }

  @Override
  Call newRival() {
    return new UnaryCall<>(engine, request(), result, future);
  }

  @Override
  boolean isPaused() {
    return false;
  }

  @Override
  boolean isStreamed() {
    return false;
  }

  @Override
  void onFailed(GatewayzException failure) {
    future.fail(failure);
  }

  @Override
  void onCancelled() {
    body = null;
  }

  private static long contentLength(ResponseHead head) {
    String length = head.header("content-length");
    if (length == null) {
      return -1;
    }
    try {
      return Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
