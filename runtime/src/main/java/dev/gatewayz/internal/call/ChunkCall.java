package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.internal.wire.AnswerFields;

/** A streamed call of which the subscriber gets every chunk. */
final class ChunkCall extends StreamCall<ChatChunk> {
  ChunkCall(CallEngine engine, CallRequest request, Delivery<ChatChunk> delivery) {
    super(engine, request, delivery);
  }

  @Override
  Call newRival() {
    return new ChunkCall(engine, request(), delivery);
  }

  @Override
  boolean wantsIds() {
    return true;
  }

  @Override
  void onChunk(AnswerFields chunk) {
    emit(chunk.toChunk(request().modelName()));
  }
}
