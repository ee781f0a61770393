package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.internal.sse.SseDecoder;
import dev.gatewayz.internal.sse.SseEvents;
import dev.gatewayz.internal.sse.SseException;
import dev.gatewayz.internal.wire.ChunkReader;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** A stream that came where a whole answer was asked for, read from its first byte to its last. */
final class EventsInOnePiece implements SseEvents {
  private final AnswerSink sink;
  private final Response response;
  private final ChunkReader reader;
  private final StreamContent content = new StreamContent(true, true);

  private boolean hasEvents;

  /** The sink was told of a failure, or will be. */
  private boolean hasFailed;

  private EventsInOnePiece(AnswerSink sink, Response response, ChunkReader reader) {
    this.sink = sink;
    this.response = response;
    this.reader = reader;
  }

  /**
   * The whole answer that the events of a body are; nothing if the sink was told of a failure.
   *
   * @param bytes a body that is no document
   */
  static Optional<ChatCompletion> read(
      byte[] bytes, int size, AnswerSink sink, Response response, Decoding decoding) {
    EventsInOnePiece events = new EventsInOnePiece(sink, response, decoding.reader());
    try {
      SseDecoder decoder = new SseDecoder(decoding.rules().maxAnswerSize());
      if (decoder.decode(bytes, 0, size, events)) {
        decoder.end(events);
      }
    } catch (SseException e) {
      events.hasFailed = true;
      response.failNotUnderstood(String.valueOf(e.getMessage()));
    }
    return events.end(bytes, size);
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
        hasFailed = true;
        response.failNotUnderstood("An event of the answer is not JSON.", bytes, offset, length);
      }
      return false;
    }
    boolean failed = isError || reader.fields().hasError();
    if (failed || content.add(reader.fields(), response) != null) {
      if (failed) {
        failUnlessFinished(bytes, offset, length);
      } else {
        hasFailed = true;
        response.failByAnswer(bytes, offset, length);
      }
      return false;
    }
    return true;
  }

  /** Once the model has finished, nothing that follows can make the answer worse. */
  private void failUnlessFinished(byte[] bytes, int offset, int length) {
    if (!content.isFinished()) {
      hasFailed = true;
      response.failByAnswer(bytes, offset, length);
    }
  }

  private Optional<ChatCompletion> end(byte[] bytes, int size) {
    if (hasFailed) {
      return Optional.empty();
    }
    if (content.isFinished()) {
      return Optional.of(content.toCompletion(response.model()));
    }
    if (content.hasWords() || hasEvents || bytes[0] == ':') {
      sink.failed(
          new StreamTruncatedException(
              sink.info(),
              content.hasWords()
                  ? "The response ended before the model had finished."
                  : "The response ended without any answer.",
              "Ask again, or ask for a stream, which hands over what has arrived.",
              sink.partial()));
    } else {
      response.failNotUnderstood("The answer is not JSON.", bytes, 0, size);
    }
    return Optional.empty();
  }
}
