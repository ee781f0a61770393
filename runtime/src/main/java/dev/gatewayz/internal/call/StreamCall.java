package dev.gatewayz.internal.call;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.sse.SseDecoder;
import dev.gatewayz.internal.sse.SseEvents;
import dev.gatewayz.internal.sse.SseException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChoiceFields;
import dev.gatewayz.internal.wire.ChunkReader;
import dev.gatewayz.internal.wire.ToolCallAssembler;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A call whose answer comes in pieces, and the subscription to them.
 *
 * <p>How a stream ends well: the model has said why it finished, for every choice, and then {@code
 * [DONE]} or the end of the response has come. Once the model has finished, nothing that follows
 * can make the answer worse: a failure then is only logged.
 *
 * @param <E> the pieces that the subscriber gets
 */
abstract class StreamCall<E> extends Response implements SseEvents {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  private final Spent spent = new Spent();

  /** What the body of the response turns out to be. */
  private enum Form {
    UNKNOWN,
    EVENTS,
    DOCUMENT
  }

  final Delivery<E> delivery;
  private SseDecoder decoder;
  private Form form = Form.UNKNOWN;
  private @Nullable BodyBuffer document;

  private boolean begun;

  /** How many pieces came of answers that only asked for tools. */
  private int emittedBefore;

  /** Bit i is set when choice i has begun; those above 63 are not watched. */
  private long begunChoices;

  /** Bit i is set when choice i has finished. */
  private long finishedChoices;

  private @Nullable Usage usage;
  private @Nullable String finishReason;
  private @Nullable StringBuilder text;

  /** What was said in answers that only asked for tools. */
  private String textBefore = "";

  private @Nullable ToolCallAssembler toolCalls;

  StreamCall(CallEngine engine, CallRequest request, Delivery<E> delivery) {
    super(engine, request);
    this.delivery = delivery;
    this.decoder = new SseDecoder(engine.maxEventSize());
  }

  /** Makes of a chunk what the subscriber gets, and hands it to {@link #emit}. */
  abstract void onChunk(AnswerFields chunk);

  /** Whether the ids of chunks matter to the subscriber. */
  abstract boolean wantsIds();

  final void emit(E piece) {
    won();
    delivery.emit(this, piece);
  }

  // The body.

  @Override
  final void onGoodHead(ResponseHead head) {
    if (coding() != ContentCoding.IDENTITY) {
      failed(
          notUnderstood(
              "The server compressed its stream, though it was not asked to.", new byte[0], 0, 0));
    }
  }

  @Override
  final int onGoodBody(ByteBuf data) {
    int size = data.readableBytes();
    byte[] scratch = engine.decoding(context()).scratch();
    int end = data.readerIndex() + size;
    try {
      for (int at = data.readerIndex(); at < end && !hasEnded(); at += scratch.length) {
        int length = Math.min(scratch.length, end - at);
        data.getBytes(at, scratch, 0, length);
        take(scratch, length);
      }
    } catch (SseException e) {
      failed(notUnderstood(String.valueOf(e.getMessage()), new byte[0], 0, 0));
    }
    return delivery.received(this, size);
  }

  private void take(byte[] bytes, int length) throws SseException {
    if (form == Form.UNKNOWN) {
      int first = 0;
      while (first < length && isSpace(bytes[first])) {
        first++;
      }
      if (first < length) {
        byte b = bytes[first];
        form = b == '{' || b == '[' || b == '<' ? Form.DOCUMENT : Form.EVENTS;
      }
    }
    if (form != Form.DOCUMENT) {
      decoder.decode(bytes, 0, length, this);
      return;
    }
    BodyBuffer whole = document;
    if (whole == null) {
      whole = new BodyBuffer(engine.maxBodySize());
      document = whole;
    }
    if (!whole.append(bytes, length)) {
      failed(
          notUnderstood(
              "The answer has more than " + engine.maxBodySize() + " bytes.",
              whole.bytes(),
              0,
              whole.size()));
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  @Override
  public final int onEventStart(byte[] bytes, int start, int end) {
    if (hasEnded()) {
      return end;
    }
    ChunkReader reader = engine.decoding(context()).reader();
    int next = reader.readKnown(bytes, start, end, wantsIds());
    if (next >= 0) {
      clock.sign();
      onFields(reader.fields());
    }
    return next;
  }

  @Override
  public final boolean onEvent(byte[] bytes, int offset, int length, boolean isError) {
    if (hasEnded()) {
      return false;
    }
    if (length == 0) {
      // A heartbeat.
      return true;
    }
    clock.sign();
    if (isDone(bytes, offset, length)) {
      ended("The server ended the stream before the model had finished.");
      return false;
    }
    ChunkReader reader = engine.decoding(context()).reader();
    try {
      reader.read(bytes, offset, length);
    } catch (JacksonException e) {
      failed(notUnderstood("An event of the stream is not JSON.", bytes, offset, length));
      return false;
    }
    AnswerFields fields = reader.fields();
    if (isError || fields.hasError()) {
      onErrorEvent(errorInAnswer(bytes, offset, length));
      return false;
    }
    onFields(fields);
    return !hasEnded();
  }

  private static boolean isDone(byte[] bytes, int offset, int length) {
    return length >= 6
        && bytes[offset] == '['
        && bytes[offset + 1] == 'D'
        && bytes[offset + 2] == 'O'
        && bytes[offset + 3] == 'N'
        && bytes[offset + 4] == 'E'
        && bytes[offset + 5] == ']';
  }

  private void onFields(AnswerFields fields) {
    if (!begun) {
      begun = true;
      firstToken();
    }
    if (fields.usage() != null) {
      usage = fields.usage();
    }
    String failure = null;
    for (int i = 0; i < fields.choiceCount(); i++) {
      ChoiceFields choice = fields.choice(i);
      keep(choice);
      String reason = choice.finishReason();
      if ("error".equals(reason) || "network_error".equals(reason)) {
        failure = reason;
      }
      watch(choice.index(), reason != null);
    }
    onChunk(fields);
    if (failure != null && !hasEnded()) {
      failed(
          new StreamTruncatedException(
              info(),
              "The provider failed in the middle of the answer (finish reason " + failure + ").",
              "Try again, or another model.",
              partial()));
    }
  }

  private void watch(int index, boolean isFinish) {
    long bit = index >= 0 && index < 64 ? 1L << index : 0;
    begunChoices |= bit;
    if (isFinish) {
      finishedChoices |= bit;
    }
  }

  /** Keeps what an exception would hand over. */
  private void keep(ChoiceFields choice) {
    if (choice.index() != 0) {
      return;
    }
    if (choice.finishReason() != null) {
      finishReason = choice.finishReason();
    }
    String content = choice.content();
    if (content != null && !content.isEmpty()) {
      if (text == null) {
        text = new StringBuilder(Math.max(64, content.length()));
      }
      text.append(content);
    }
    List<ToolCallDelta> pieces = choice.toolCalls();
    if (!pieces.isEmpty()) {
      if (toolCalls == null) {
        toolCalls = new ToolCallAssembler();
      }
      for (int i = 0; i < pieces.size(); i++) {
        toolCalls.add(pieces.get(i));
      }
    }
  }

  private void onErrorEvent(GatewayzException error) {
    if (isWhole()) {
      LOG.log(System.Logger.Level.WARNING, "After the end of the answer: {0}", error.getMessage());
      complete();
    } else if (hasDelivered() && error instanceof ApiException api) {
      failed(
          new StreamErrorException(
              info(),
              "The gateway reported an error in the middle of the answer: " + api.error().message(),
              "The part of the answer that had arrived is in partial().",
              partial(),
              api));
    } else {
      failed(error);
    }
  }

  @Override
  final void onGoodEnd() {
    BodyBuffer whole = document;
    if (whole != null) {
      onDocument(whole);
      return;
    }
    try {
      decoder.end(this);
    } catch (SseException e) {
      failed(notUnderstood(String.valueOf(e.getMessage()), new byte[0], 0, 0));
    }
    if (!hasEnded()) {
      ended(
          begun
              ? "The response ended before the model had finished."
              : "The response ended without any answer.");
    }
  }

  /** The consumers of this client leave so much unread that memory is in danger. */
  final void onTooMuchBuffered() {
    failed(
        new StreamInterruptedException(
            info(),
            "The subscribers of this client are too slow: too much of their answers waits in memory.",
            "Request more, or make fewer calls at once.",
            partial(),
            null));
  }

  /** The server did not stream: an error, or the whole answer at once. */
  private void onDocument(BodyBuffer whole) {
    ChunkReader reader = engine.decoding(context()).reader();
    AnswerFields fields = reader.fields();
    try {
      reader.read(whole.bytes(), 0, whole.size());
    } catch (JacksonException e) {
      failed(
          notUnderstood(
              "The answer is neither an event stream nor JSON.", whole.bytes(), 0, whole.size()));
      return;
    }
    if (fields.hasError() || !fields.hasChoices()) {
      failed(errorInAnswer(whole.bytes(), 0, whole.size()));
      return;
    }
    onFields(fields);
    if (!hasEnded()) {
      complete();
    }
  }

  private void ended(String ifTooEarly) {
    if (isWhole()) {
      complete();
    } else {
      failed(
          new StreamTruncatedException(
              info(),
              ifTooEarly,
              "The part of the answer that had arrived is in partial().",
              partial()));
    }
  }

  private boolean isWhole() {
    return begunChoices != 0 && begunChoices == finishedChoices;
  }

  private void complete() {
    spent.add(usage, null);
    usage = null;
    onEndOfAnswer();
    if (ToolRound.begin(this, said(), FinishReason.of(finishReason))) {
      textBefore = answerText();
      return;
    }
    GatewayzException flaw = flaw();
    if (flaw != null) {
      failed(flaw);
      return;
    }
    succeeded();
    delivery.complete();
  }

  /** What is wrong with an answer that has come whole, {@code null} if nothing is. */
  @Nullable GatewayzException flaw() {
    return null;
  }

  /** Why the model stopped, in the wire's word. */
  final @Nullable String finishReason() {
    return finishReason;
  }

  private AssistantMessage said() {
    return new AssistantMessage(
        text == null ? null : text.toString(),
        toolCalls == null ? List.of() : toolCalls.toolCalls(),
        null,
        null);
  }

  /** The answer is whole; the last chance to emit what was held back. */
  void onEndOfAnswer() {}

  @Override
  final void onBroken(TransportException failure) {
    if (isWhole() && failure.kind() != TransportException.Kind.CLOSED) {
      complete();
    } else {
      super.onBroken(failure);
    }
  }

  @Override
  final void onLate(Phase phase, Duration limit) {
    if (isWhole()) {
      complete();
    } else {
      super.onLate(phase, limit);
    }
  }

  // What the call asks.

  @Override
  void reset() {
    decoder = new SseDecoder(engine.maxEventSize());
    form = Form.UNKNOWN;
    document = null;
    begun = false;
    begunChoices = 0;
    finishedChoices = 0;
    usage = null;
    finishReason = null;
    text = null;
    toolCalls = null;
    emittedBefore = delivery.emitted();
    delivery.reset();
  }

  @Override
  final boolean hasBegun() {
    return begun;
  }

  @Override
  final boolean hasContent() {
    return text != null || toolCalls != null;
  }

  @Override
  final boolean hasDelivered() {
    return delivery.emitted() > emittedBefore;
  }

  @Override
  final Partial partial() {
    Usage known = usage();
    if (textBefore.isEmpty() && !hasContent() && known == null) {
      return Partial.NONE;
    }
    return new Partial(answerText(), toolCalls == null ? List.of() : toolCalls.toolCalls(), known);
  }

  @Override
  final @Nullable Usage usage() {
    if (usage == null) {
      return spent.usage();
    }
    Spent all = new Spent();
    all.add(spent.usage(), null);
    all.add(usage, null);
    return all.usage();
  }

  @Override
  final @Nullable GatewayUsage gatewayUsage() {
    return null;
  }

  @Override
  final String answerText() {
    return text == null ? textBefore : textBefore + text;
  }

  @Override
  final int pieces() {
    return delivery.emitted();
  }

  @Override
  final boolean isPaused() {
    return delivery.isPaused();
  }

  @Override
  final boolean isStreamed() {
    return true;
  }

  @Override
  final boolean isRefused() {
    return delivery.isRefused();
  }

  @Override
  final void onFailed(GatewayzException failure) {
    delivery.fail(failure);
  }

  @Override
  final void onCancelled() {
    delivery.drop();
  }
}
