package dev.gatewayz.internal.answer;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.sse.SseDecoder;
import dev.gatewayz.internal.sse.SseEvents;
import dev.gatewayz.internal.sse.SseException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChunkReader;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * An answer that comes in pieces.
 *
 * <p>How a stream ends well: the model has said why it finished, for every choice, and then {@code
 * [DONE]} or the end of the response has come. Once the model has finished, nothing that follows
 * can make the answer worse: a failure then is only logged.
 *
 * @param <E> the pieces that the subscriber gets
 */
public final class StreamAnswer<E> implements Answer, SseEvents {
  private static final String SEE_PARTIAL =
      "The part of the answer that had arrived is in partial().";

  private final AnswerSink sink;
  private final Response response;
  private final Decoding decoding;
  private final PieceMaker<E> pieces;
  private final Delivery<E> delivery;
  private final SseDecoder decoder;
  private final StreamContent content;
  private BodyForm form = BodyForm.UNKNOWN;
  private @Nullable BodyBuffer document;

  private boolean hasArrived;
  private UsedTokens total = UsedTokens.NONE;

  /** An answer of which {@code pieces} are made, for {@code delivery}. */
  public StreamAnswer(
      AnswerSink sink,
      Response response,
      Decoding decoding,
      PieceMaker<E> pieces,
      Delivery<E> delivery) {
    this.sink = sink;
    this.response = response;
    this.decoding = decoding;
    this.pieces = pieces;
    this.delivery = delivery;
    this.content = new StreamContent(delivery.wantsCompletion(), decoding.tellsIds());
    this.decoder = new SseDecoder(decoding.rules().maxEventSize());
  }

  // The body.

  @Override
  public void onHead(ResponseHead head) {
    if (response.coding() != ContentCoding.IDENTITY) {
      response.failNotUnderstood("The server compressed its stream, though it was not asked to.");
    }
    content.announceCost(response.cost());
    if (!delivery.wantsCompletion()) {
      response.forgetHeaders();
    }
  }

  @Override
  public int onBody(ByteBuf data) {
    int size = data.readableBytes();
    byte[] scratch = decoding.scratch();
    int end = data.readerIndex() + size;
    try {
      for (int at = data.readerIndex(); at < end && sink.isWanted(); at += scratch.length) {
        int length = Math.min(scratch.length, end - at);
        data.getBytes(at, scratch, 0, length);
        take(scratch, length);
      }
    } catch (SseException e) {
      response.failNotUnderstood(String.valueOf(e.getMessage()));
    }
    int credit = delivery.received(size);
    if (delivery.isOverfull() && sink.isWanted()) {
      sink.failed(
          new StreamInterruptedException(
              sink.info(),
              "The subscribers of this client are too slow: too much of their answers waits in"
                  + " memory.",
              "Request more, or make fewer calls at once.",
              sink.partial(),
              null));
    }
    return credit;
  }

  private void take(byte[] bytes, int length) throws SseException {
    if (form == BodyForm.UNKNOWN) {
      form = BodyForm.of(bytes, length);
    }
    if (form != BodyForm.DOCUMENT) {
      decoder.decode(bytes, 0, length, this);
      return;
    }
    BodyBuffer whole = document;
    if (whole == null) {
      whole = new BodyBuffer(decoding.rules().maxAnswerSize());
      document = whole;
    }
    if (!whole.append(bytes, length)) {
      response.failTooLarge(whole);
    }
  }

  @Override
  public int onEventStart(byte[] bytes, int start, int end) {
    if (!sink.isWanted()) {
      return end;
    }
    ChunkReader reader = decoding.reader();
    int next = reader.readKnown(bytes, start, end, wantedId());
    if (next >= 0) {
      onFields(reader.fields());
    }
    return next;
  }

  private @Nullable String wantedId() {
    String id = pieces.wantedId();
    return id == null && content.wantsId() ? "" : id;
  }

  @Override
  public boolean onEvent(byte[] bytes, int offset, int length, boolean isError) {
    if (!sink.isWanted()) {
      return false;
    }
    if (length == 0) {
      // A heartbeat.
      return true;
    }
    if (EndMark.is(bytes, offset, length)) {
      ended("The server ended the stream before the model had finished.");
      return false;
    }
    ChunkReader reader = decoding.reader();
    try {
      reader.readEvent(bytes, offset, length, wantedId());
    } catch (JacksonException e) {
      if (EventWords.keepAlive(bytes, offset, length)) {
        return true;
      }
      if (isError || EventWords.are(bytes, offset)) {
        onErrorEvent(bytes, offset, length);
      } else {
        response.failNotUnderstood("An event of the stream is not JSON.", bytes, offset, length);
      }
      return false;
    }
    AnswerFields fields = reader.fields();
    if (isError || fields.hasError()) {
      onErrorEvent(bytes, offset, length);
      return false;
    }
    if (!fields.isEmpty()) {
      onFields(fields);
    }
    return sink.isWanted();
  }

  private void onFields(AnswerFields fields) {
    hasArrived = true;
    sink.arrived();
    if (fields.says()) {
      sink.spoke();
    }
    String failure = content.add(fields, response);
    if (content.size() > decoding.rules().maxAnswerSize()) {
      response.failTooLarge();
      return;
    }
    pieces.onChunk(fields, delivery);
    if (failure != null && sink.isWanted()) {
      sink.failed(Failures.ofProvider(sink, failure));
    }
  }

  private void onErrorEvent(byte[] bytes, int offset, int length) {
    if (isFinished()) {
      complete();
      response.withErrorOf(
          bytes,
          offset,
          length,
          error -> Log.warning("After the end of the answer: {0}", error.getMessage()));
    } else if (delivery.hasDelivered()) {
      response.failByEvent(bytes, offset, length);
    } else {
      response.failByAnswer(bytes, offset, length);
    }
  }

  // The end.

  @Override
  public void onEnd() {
    BodyBuffer whole = document;
    if (whole != null) {
      onDocument(whole);
      return;
    }
    try {
      decoder.end(this);
    } catch (SseException e) {
      response.failNotUnderstood(String.valueOf(e.getMessage()));
    }
    if (sink.isWanted()) {
      ended(
          hasArrived
              ? "The response ended before the model had finished."
              : "The response ended without any answer.");
    }
  }

  /** The server did not stream: an error, or the whole answer at once. */
  private void onDocument(BodyBuffer whole) {
    ChunkReader reader = decoding.reader();
    AnswerFields fields = reader.fields();
    try {
      reader.read(whole.bytes(), 0, whole.size());
    } catch (JacksonException e) {
      response.failNotUnderstood(
          "The answer is neither an event stream nor JSON.", whole.bytes(), 0, whole.size());
      return;
    }
    if (fields.isOfOtherApi()) {
      response.failNotUnderstood(
          "The answer is one of another API.", whole.bytes(), 0, whole.size());
      return;
    }
    if (fields.hasError() || !fields.hasChoices()) {
      response.failByAnswer(whole.bytes(), 0, whole.size());
      return;
    }
    if (fields.choiceCount() == 0 || fields.choice(0).isEmpty()) {
      response.failNotUnderstood("The answer has no choices.", whole.bytes(), 0, whole.size());
      return;
    }
    onFields(fields);
    if (sink.isWanted()) {
      complete();
    }
  }

  private void ended(String ifTooEarly) {
    if (isFinished()) {
      complete();
    } else {
      sink.failed(
          new StreamTruncatedException(sink.info(), ifTooEarly, SEE_PARTIAL, sink.partial()));
    }
  }

  private void complete() {
    pieces.onEnd(delivery);
    if (sink.isWanted()) {
      sink.answered();
    }
  }

  @Override
  public boolean isFinished() {
    return content.isFinished();
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public void prepare(UsedTokens used, Supplier<CallInfo> call) {
    GatewayzException flaw = pieces.flaw(content);
    if (flaw != null) {
      throw flaw;
    }
    total = used;
  }

  @Override
  public void handOver(@Nullable BigDecimal cost) {
    pieces.onWhole();
    delivery.complete(
        delivery.wantsCompletion()
            ? response
                .answered(total.in(content.toCompletion(response.model())), cost)
                .completion(content.text())
            : null);
  }
}
