package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.internal.sse.SseDecoder;
import dev.gatewayz.internal.sse.SseEvents;
import dev.gatewayz.internal.sse.SseException;
import dev.gatewayz.internal.wire.ChunkReader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A stream that came where a whole answer was asked for, read from its first byte to its last. */
final class EventsInOnePiece implements SseEvents {
  private final AnswerSink sink;
  private final Response response;
  private final ChunkReader reader;
  private final StreamContent content = new StreamContent(true, true);

  private boolean hasEvents;

  /** Tells of a failure, {@code null} as long as there is none. */
  private @Nullable Runnable failure;

  /** Events that {@code reader} reads. */
  EventsInOnePiece(AnswerSink sink, Response response, ChunkReader reader) {
    this.sink = sink;
    this.response = response;
    this.reader = reader;
  }

  /** Reads the events that a body is which is no document. See {@link WholeAnswer#read}. */
  Runnable read(byte[] bytes, int size, int maxSize, Consumer<ChatCompletion> whole) {
    try {
      SseDecoder decoder = new SseDecoder(maxSize);
      if (decoder.decode(bytes, 0, size, this)) {
        decoder.end(this);
      }
    } catch (SseException e) {
      failure = () -> response.failNotUnderstood(String.valueOf(e.getMessage()));
    }
    return end(bytes, size, whole);
  }

  @Override
  public boolean onEvent(byte[] bytes, int offset, int length, boolean isError) {
    hasEvents = true;
    if (length == 0) {
      return true;
    }
    if (EndMark.is(bytes, offset, length)) {
      return false;
    }
    try {
      reader.read(bytes, offset, length);
    } catch (JacksonException e) {
      if (EventWords.keepAlive(bytes, offset, length)) {
        return true;
      }
      if (isError || EventWords.are(bytes, offset)) {
        failUnlessFinished(bytes, offset, length);
      } else {
        failure =
            () ->
                response.failNotUnderstood(
                    "An event of the answer is not JSON.", bytes, offset, length);
      }
      return false;
    }
    boolean failed = isError || reader.fields().hasError();
    if (failed || content.add(reader.fields(), response) != null) {
      if (failed) {
        failUnlessFinished(bytes, offset, length);
      } else {
        failure = () -> response.failByAnswer(bytes, offset, length);
      }
      return false;
    }
    return true;
  }

  /** Once the model has finished, nothing that follows can make the answer worse. */
  private void failUnlessFinished(byte[] bytes, int offset, int length) {
    if (!content.isFinished()) {
      failure = () -> response.failByAnswer(bytes, offset, length);
    }
  }

  private Runnable end(byte[] bytes, int size, Consumer<ChatCompletion> whole) {
    if (failure != null) {
      return failure;
    }
    if (content.isFinished()) {
      ChatCompletion answer = content.toCompletion(response.model());
      return () -> whole.accept(answer);
    }
    return content.hasWords() || hasEvents || bytes[0] == ':'
        ? this::failTruncated
        : () -> response.failNotUnderstood("The answer is not JSON.", bytes, 0, size);
  }

  private void failTruncated() {
    sink.failed(
        new StreamTruncatedException(
            sink.info(),
            content.hasWords()
                ? "The response ended before the model had finished."
                : "The response ended without any answer.",
            "Ask again, or ask for a stream, which hands over what has arrived.",
            sink.partial()));
  }
}
