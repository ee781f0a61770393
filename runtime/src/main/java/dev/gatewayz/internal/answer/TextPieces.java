package dev.gatewayz.internal.answer;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChoiceFields;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text of the first choice, as it arrives. A character that the server split over two chunks is
 * handed on in one piece.
 */
public final class TextPieces implements PieceMaker<String> {
  private final boolean acceptsTruncated;
  private final Supplier<CallInfo> call;
  private char highSurrogate;

  /**
   * The text of one answer.
   *
   * @param acceptsTruncated whether text that breaks off is wanted, too
   * @param call which call it is, for errors
   */
  public TextPieces(boolean acceptsTruncated, Supplier<CallInfo> call) {
    this.acceptsTruncated = acceptsTruncated;
    this.call = call;
  }

  @Override
  public @Nullable String wantedId() {
    return null;
  }

  @Override
  public void onChunk(AnswerFields chunk, Consumer<? super String> pieces) {
    for (int i = 0; i < chunk.choiceCount(); i++) {
      ChoiceFields choice = chunk.choice(i);
      String content = choice.content();
      if (choice.index() == 0 && content != null && !content.isEmpty()) {
        onText(content, pieces);
      }
    }
  }

  private void onText(String content, Consumer<? super String> pieces) {
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
      pieces.accept(text);
    }
  }

  @Override
  public void onEnd(Consumer<? super String> pieces) {
    if (highSurrogate != 0) {
      pieces.accept(String.valueOf(highSurrogate));
    }
  }

  @Override
  public @Nullable GatewayzException flaw(StreamContent content) {
    return content.end().flawOfText(acceptsTruncated, call);
  }
}
