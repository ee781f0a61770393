package dev.gatewayz.internal.call;

import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.json.ElementSplitter;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChoiceFields;
import org.jspecify.annotations.Nullable;

/**
 * A streamed call whose answer is a list, of which the subscriber gets each element as soon as its
 * JSON is complete.
 *
 * @param <E> the elements
 */
final class ElementCall<E> extends StreamCall<E> {
  private final ElementResult<E> result;
  private ElementSplitter splitter = new ElementSplitter();
  private int count;
  private @Nullable String refusal;

  ElementCall(
      CallEngine engine, CallRequest request, ElementResult<E> result, Delivery<E> delivery) {
    super(engine, request, delivery);
    this.result = result;
  }

  @Override
  boolean wantsIds() {
    return false;
  }

  @Override
  void onChunk(AnswerFields chunk) {
    for (int i = 0; i < chunk.choiceCount() && !hasEnded(); i++) {
      ChoiceFields choice = chunk.choice(i);
      if (choice.index() == 0) {
        if (choice.refusal() != null) {
          refusal = refusal == null ? choice.refusal() : refusal + choice.refusal();
        }
        if (choice.content() != null) {
          splitter.feed(choice.content(), this::onElement);
        }
      }
    }
  }

  private void onElement(String json) {
    if (hasEnded()) {
      return;
    }
    E element;
    try {
      element = result.of(json, count, info());
    } catch (GatewayzException e) {
      failed(e);
      return;
    }
    count++;
    emit(element);
  }

  @Override
  @Nullable GatewayzException flaw() {
    if (refusal != null) {
      return new AnswerRefusedException(info(), refusal, usage());
    }
    if (splitter.isComplete()) {
      return null;
    }
    if (FinishReason.of(finishReason()) == FinishReason.LENGTH) {
      return new AnswerTruncatedException(info(), partial().text(), usage());
    }
    return new AnswerFormatException(
        info(), "", "a list", "none, or none that is whole", partial().text(), usage());
  }

  @Override
  Call newRival() {
    return new ElementCall<>(engine, request(), result, delivery);
  }

  @Override
  void reset() {
    super.reset();
    splitter = new ElementSplitter();
    count = 0;
    refusal = null;
  }
}
