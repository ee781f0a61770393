package dev.gatewayz.internal.call;

import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChoiceFields;

/**
 * A streamed call of which the subscriber gets the text of the first choice. A character that the
 * server split over two chunks is handed on in one piece.
 */
final class TextCall extends StreamCall<String> {
  private char highSurrogate;

  TextCall(CallEngine engine, CallRequest request, Delivery<String> delivery) {
    super(engine, request, delivery);
  }

  @Override
  Call newRival() {
    return new TextCall(engine, request(), delivery);
  }

  @Override
  boolean wantsIds() {
    return false;
  }

  @Override
  void onChunk(AnswerFields chunk) {
    for (int i = 0; i < chunk.choiceCount(); i++) {
      ChoiceFields choice = chunk.choice(i);
      String content = choice.content();
      if (choice.index() == 0 && content != null && !content.isEmpty()) {
        onText(content);
      }
    }
  }

  private void onText(String content) {
    String text = content;
    if (highSurrogate != 0) {
      text = highSurrogate + content;
      highSurrogate = 0;
    }
    int last = text.length() - 1;
    if (Character.isHighSurrogate(text.charAt(last))) {
      highSurrogate = text.charAt(last);
      text = text.substring(0, last);
    }
    if (!text.isEmpty()) {
      emit(text);
    }
  }

  @Override
  void onEndOfAnswer() {
    if (highSurrogate != 0) {
      emit(String.valueOf(highSurrogate));
    }
  }

  @Override
  void reset() {
    super.reset();
    highSurrogate = 0;
  }
}
