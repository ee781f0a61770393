package dev.gatewayz.internal.answer;

import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.json.ElementSplitter;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChoiceFields;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an answer that is a list, each as soon as its JSON is complete.
 *
 * @param <E> the elements
 */
public final class ElementPieces<E> implements PieceMaker<E> {
  private final ElementResult<E> result;
  private final AnswerSink sink;
  private final ElementSplitter splitter = new ElementSplitter();
  private int count;

  /** Elements that {@code result} makes, of the answer that reports to {@code sink}. */
  public ElementPieces(ElementResult<E> result, AnswerSink sink) {
    this.result = result;
    this.sink = sink;
  }

  @Override
  public @Nullable String wantedId() {
    return null;
  }

  @Override
  public void onChunk(AnswerFields chunk, Consumer<? super E> pieces) {
    for (int i = 0; i < chunk.choiceCount(); i++) {
      ChoiceFields choice = chunk.choice(i);
      if (choice.index() == 0) {
        if (choice.content() != null) {
          splitter.feed(choice.content(), json -> onElement(json, pieces));
        }
      }
    }
  }

  private void onElement(String json, Consumer<? super E> pieces) {
    if (!sink.isWanted()) {
      return;
    }
    E element;
    try {
      element = result.of(json, count, sink);
    } catch (GatewayzException e) {
      sink.failed(e);
      return;
    }
    count++;
    pieces.accept(element);
  }

  @Override
  public void onEnd(Consumer<? super E> pieces) {
    // An element is complete or it is none.
  }

  @Override
  public @Nullable GatewayzException flaw(StreamContent content) {
    if (splitter.isComplete() && content.end().refusal() == null) {
      return null;
    }
    GatewayzException early = content.end().flaw(false, sink);
    if (early != null) {
      return early;
    }
    String text = sink.partial().text();
    return new AnswerFormatException(
        sink.info(),
        new AnswerFormatException.Flaw("", "a list", "none, or none that is whole"),
        text,
        sink.partial().usage());
  }
}
