package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.internal.wire.AnswerFields;
import java.util.concurrent.Flow;

/** A streamed call of which the subscriber gets every chunk. */
final class ChunkCall extends StreamCall<ChatChunk> {
  ChunkCall(CallEngine engine, CallRequest request, Flow.Subscriber<? super ChatChunk> subscriber) {
    super(engine, request, subscriber);
  }

  @Override
  boolean wantsIds() {
    return true;
  }

  @Override
  void onChunk(AnswerFields chunk) {
    emit(chunk.toChunk(request.model().name()));
  }
}
