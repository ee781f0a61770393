package dev.gatewayz.testkit;

import dev.gatewayz.testkit.Delivery.Point;
import dev.gatewayz.testkit.internal.openai.ChatAnswer;
import dev.gatewayz.testkit.internal.openai.ChatCall;
import dev.gatewayz.testkit.internal.openai.ChatChoice;
import dev.gatewayz.testkit.internal.openai.ToolCallForm;
import dev.gatewayz.testkit.internal.openai.UsageCount;
import dev.gatewayz.testkit.internal.openai.UsagePlace;
import dev.gatewayz.testkit.internal.server.Act;
import dev.gatewayz.testkit.internal.server.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What to answer to one request, and how to go about it.
 *
 * <p>Static methods say what: {@link #text}, {@link #chunks}, {@link #toolCalls} answer a chat
 * completion, as one document or as a stream, whichever the request asks for; {@link #json}, {@link
 * #events}, {@link #status} and others answer anything. Methods of a reply return a changed copy:
 * which tokens it reports, which headers it has, in which pieces it goes out, and which {@link
 * Step}s are done at which point.
 *
 * <pre>{@code
 * Reply.text("to be or not to be")
 *     .usage(12, 6)
 *     .after(3, Step.comment("keepalive"))
 *     .after(4, Step.reset(ErrorCode.INTERNAL_ERROR));
 * }</pre>
 *
 * <p>The events of a stream are counted as they are sent, the first being the one with the role. A
 * point that the body never comes to is not an error; its steps are not done.
 *
 * <p>Immutable, so one reply may be given many times.
 */
public final class Reply {
  private final Content content;
  private final UnaryOperator<ChatAnswer> changes;
  private final Delivery delivery;
  private final boolean early;

  private Reply(
      Content content, UnaryOperator<ChatAnswer> changes, Delivery delivery, boolean early) {
    this.content = content;
    this.changes = changes;
    this.delivery = delivery;
    this.early = early;
  }

  private static Reply of(Content content) {
    return new Reply(content, UnaryOperator.identity(), Delivery.USUAL, false);
  }

  private static Reply chat(ChatChoice... choices) {
    ChatAnswer answer = ChatAnswer.of(List.of(choices));
    return answering(call -> answer);
  }

  static Reply answering(Function<ChatCall, ChatAnswer> answer) {
    return of(new Content.Chat(answer));
  }

  /**
   * {@return what the gateway answers of its own accord, to be changed or disturbed} What can only
   * be changed of an answer to a chat completion is left alone in any other.
   */
  public static Reply standard() {
    return of(new Content.Standard());
  }

  /**
   * {@return a text, streamed word by word if it is streamed}
   *
   * @param text all of it
   */
  public static Reply text(String text) {
    return chat(ChatChoice.text(text, "stop"));
  }

  /**
   * {@return a text in exactly these deltas}
   *
   * @param deltas one for each chunk
   */
  public static Reply chunks(String... deltas) {
    return chunks(List.of(deltas));
  }

  /**
   * {@return a text in exactly these deltas}
   *
   * @param deltas not copied, and read as they are sent, so that {@link
   *     java.util.Collections#nCopies} makes a stream of a million chunks out of nothing
   */
  public static Reply chunks(List<String> deltas) {
    return chat(ChatChoice.deltas(deltas, "stop"));
  }

  /**
   * {@return several choices, each a text; in a stream they take turns}
   *
   * @param texts one for each choice
   */
  public static Reply choices(String... texts) {
    return chat(
        Stream.of(texts).map(text -> ChatChoice.text(text, "stop")).toArray(ChatChoice[]::new));
  }

  /**
   * {@return function calls; in a stream their arguments come in fragments}
   *
   * @param calls in their order
   */
  public static Reply toolCalls(FunctionCall... calls) {
    return chat(
        ChatChoice.calls(
            Stream.of(calls)
                .map(call -> new ChatChoice.ToolCall(call.name(), call.arguments()))
                .toList()));
  }

  /**
   * {@return a stream that is nothing but this error, with status 200, and {@code [DONE]}} A
   * request that does not ask for a stream gets the status that Gatewayz gives the same error: its
   * own, 400 for what it finds out after the answer, and 502 for what a provider says.
   *
   * @param error what the event says
   */
  public static Reply failure(StreamError error) {
    return chat().thenFailure(error);
  }

  /**
   * {@return a document with status 200, as it is}
   *
   * @param document sent unchecked
   */
  public static Reply json(String document) {
    return body(200, "application/json", document);
  }

  /**
   * {@return events with these data, one for each, and nothing else: no {@code [DONE]} is added}
   *
   * @param data a line break in it makes two lines of data
   */
  public static Reply events(String... data) {
    return stream(Stream.of(data).map(Events::event).toArray(byte[][]::new));
  }

  /**
   * {@return a stream of events in bytes of the test's making, as they are: comments, {@code
   * event:} lines, any line ends, garbage}
   *
   * @param pieces each counts as one event and goes out as one frame or chunk
   */
  public static Reply stream(byte[]... pieces) {
    return stream(copy(pieces));
  }

  private static Reply stream(List<byte[]> pieces) {
    return of(new Content.Verbatim(200, Optional.of(StandardHeaders.EVENT_STREAM), pieces, true));
  }

  /**
   * {@return the same from text, as UTF-8}
   *
   * @param pieces each counts as one event and goes out as one frame or chunk
   */
  public static Reply stream(String... pieces) {
    return stream(
        Stream.of(pieces)
            .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }

  /**
   * {@return a status without a body and without a content type}
   *
   * @param status the HTTP status
   */
  public static Reply status(int status) {
    return of(new Content.Verbatim(status, Optional.empty(), List.of(), false));
  }

  /**
   * {@return any status, type and body}
   *
   * @param status the HTTP status
   * @param contentType as in {@code application/json}
   * @param body sent as UTF-8
   */
  public static Reply body(int status, String contentType, String body) {
    return body(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return any status, type and body}
   *
   * @param status the HTTP status
   * @param contentType as in {@code application/json}
   * @param pieces each goes out as one frame or chunk
   */
  public static Reply body(int status, String contentType, byte[]... pieces) {
    return of(new Content.Verbatim(status, Optional.of(contentType), copy(pieces), false));
  }

  /**
   * {@return a stream that stays open and says nothing but a comment every so often}
   *
   * @param pause between two comments
   */
  public static Reply keepAlives(Duration pause) {
    return stream(
            Collections.nCopies(
                Integer.MAX_VALUE, ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8)))
        .beforeEach(Step.pause(pause));
  }

  /** A recorded answer. */
  static Reply recorded(
      int status, Optional<String> contentType, List<byte[]> pieces, boolean stream) {
    return of(new Content.Verbatim(status, contentType, pieces, stream));
  }

  /** An answer that comes from elsewhere, to one request only. */
  static Reply relayed(Iterator<List<Act>> acts) {
    return of(new Content.Relayed(acts));
  }

  /**
   * {@return no answer at all; only these steps are done, and then nothing more}
   *
   * @param steps in this order
   */
  public static Reply nothingBut(Step... steps) {
    return of(new Content.Nothing()).first(steps);
  }

  /** {@return no answer: the connection is closed} */
  public static Reply disconnect() {
    return nothingBut(Step.close());
  }

  /**
   * {@return no answer: the stream is refused, and the client may repeat the request, for it was
   * not processed}
   */
  public static Reply refused() {
    return nothingBut(Step.reset(ErrorCode.REFUSED_STREAM));
  }

  /** {@return no answer, ever: the stream stays open and silent} */
  public static Reply silence() {
    return nothingBut(Step.stall());
  }

  // What an answer to a chat completion says beside its text.

  /**
   * Reports these tokens instead of counting characters.
   *
   * @param promptTokens tokens of the request
   * @param completionTokens tokens of the answer
   * @return the same reply, so changed
   */
  public Reply usage(long promptTokens, long completionTokens) {
    return usage(promptTokens, completionTokens, 0, 0);
  }

  /**
   * Reports these tokens, with details where they are not 0.
   *
   * @param promptTokens tokens of the request
   * @param completionTokens tokens of the answer
   * @param cachedTokens the part of {@code promptTokens} read from a cache
   * @param reasoningTokens the part of {@code completionTokens} spent on reasoning
   * @return the same reply, so changed
   */
  public Reply usage(
      long promptTokens, long completionTokens, long cachedTokens, long reasoningTokens) {
    UsageCount usage =
        new UsageCount(promptTokens, completionTokens, cachedTokens, reasoningTokens);
    return change(answer -> answer.withUsage(usage));
  }

  /**
   * Reports no usage.
   *
   * @return the same reply, so changed
   */
  public Reply noUsage() {
    return usageAt(UsagePlace.NOWHERE);
  }

  /**
   * Reports usage on every chunk, as far as it has come; the last one counts.
   *
   * @return the same reply, so changed
   */
  public Reply usageOnEveryChunk() {
    return usageAt(UsagePlace.ON_EVERY_CHUNK);
  }

  /**
   * Reports usage on a last chunk without choices, as OpenAI does.
   *
   * @return the same reply, so changed
   */
  public Reply usageInOwnChunk() {
    return usageAt(UsagePlace.IN_OWN_CHUNK);
  }

  /**
   * Reports usage within the choice that finishes, as some providers do.
   *
   * @return the same reply, so changed
   */
  public Reply usageInChoice() {
    return usageAt(UsagePlace.IN_CHOICE);
  }

  private Reply usageAt(UsagePlace place) {
    return change(answer -> answer.withUsageAt(place));
  }

  /**
   * Has the model think aloud first, in {@code reasoning_content}.
   *
   * @param deltas one for each chunk
   * @return the same reply, so changed
   */
  public Reply reasoning(String... deltas) {
    return changeChoices(choice -> choice.withReasoning(List.of(deltas)));
  }

  /**
   * Has the model think aloud in another member: {@code reasoning}, as some servers have it.
   *
   * @param member its wire name
   * @return the same reply, so changed
   */
  public Reply reasoningIn(String member) {
    return changeChoices(choice -> choice.withReasoningIn(member));
  }

  /**
   * Has all tool calls of a stream at index 0, told apart by their ids alone.
   *
   * @return the same reply, so changed
   */
  public Reply toolCallsAtIndex0() {
    return toolCallForm(ToolCallForm.ALL_AT_INDEX_0);
  }

  /**
   * Has no index in the tool calls of a stream, which are told apart by their ids alone.
   *
   * @return the same reply, so changed
   */
  public Reply toolCallsWithoutIndex() {
    return toolCallForm(ToolCallForm.WITHOUT_INDEX);
  }

  Reply toolCallForm(ToolCallForm form) {
    return change(answer -> answer.withToolCallForm(form));
  }

  /**
   * Has the answer, and each chunk of it, call itself this: {@code text_completion}.
   *
   * @param name the member {@code object}
   * @return the same reply, so changed
   */
  public Reply object(String name) {
    return change(answer -> answer.withObject(name));
  }

  /**
   * Adds an error event behind the choices of a stream: after its end if it has a reason for that,
   * else instead. A request that does not ask for a stream gets the error alone, see {@link
   * #failure}.
   *
   * @param error what the event says
   * @return the same reply, so changed
   */
  public Reply thenFailure(StreamError error) {
    return change(answer -> answer.withFailure(error.message()));
  }

  /** Has a stream answered by something else. */
  Reply whenStreamed(Reply other) {
    if (content instanceof Content.Chat whole && other.content instanceof Content.Chat streamed) {
      return new Reply(
          new Content.Chat(
              call ->
                  call.isStream()
                      ? other.changed(streamed.answer().apply(call))
                      : changed(whole.answer().apply(call))),
          UnaryOperator.identity(),
          delivery,
          early);
    }
    throw new IllegalStateException("Only answers to chat completions can be streamed.");
  }

  /**
   * Gives another reason for the end: {@code length}, {@code content_filter}, or any word.
   *
   * @param reason the member {@code finish_reason}
   * @return the same reply, so changed
   */
  public Reply finishReason(String reason) {
    return changeChoices(choice -> choice.withFinishReason(reason));
  }

  /**
   * Ends without a reason: a stream that looks done and is not.
   *
   * @return the same reply, so changed
   */
  public Reply noFinishReason() {
    return changeChoices(choice -> choice.withFinishReason(null));
  }

  /**
   * Ends a stream without {@code [DONE]}.
   *
   * @return the same reply, so changed
   */
  public Reply noDone() {
    return change(ChatAnswer::withoutDone);
  }

  private Reply changeChoices(UnaryOperator<ChatChoice> change) {
    return change(answer -> answer.withChoices(change));
  }

  private Reply change(UnaryOperator<ChatAnswer> change) {
    if (!(content instanceof Content.Chat || content instanceof Content.Standard)) {
      throw new IllegalStateException(
          "Only answers to chat completions report usage and reasons; this reply is given as is.");
    }
    return new Reply(content, answer -> change.apply(changes.apply(answer)), delivery, early);
  }

  // How it goes over the wire.

  /**
   * Adds a header, legal or not, instead of the one the gateway would send by that name. Called
   * twice with a name, it makes two lines.
   *
   * @param name as it is sent
   * @param value as it is sent
   * @return the same reply, so changed
   */
  public Reply header(String name, String value) {
    return deliver(delivery.withHeader(new Header(name, value)));
  }

  /**
   * Leaves out a header that the gateway would send.
   *
   * @param name case does not matter
   * @return the same reply, so changed
   */
  public Reply withoutHeader(String name) {
    return deliver(delivery.withoutHeader(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Adds a trailer behind the body.
   *
   * @param name as it is sent
   * @param value as it is sent
   * @return the same reply, so changed
   */
  public Reply trailer(String name, String value) {
    return deliver(delivery.withTrailer(new Header(name, value)));
  }

  /**
   * Delimits the body in this way.
   *
   * @param framing how the end of the body is told
   * @return the same reply, so changed
   */
  public Reply framing(Framing framing) {
    return deliver(delivery.withFraming(framing));
  }

  /**
   * Sends the body in pieces of at most so many bytes, each a DATA frame or a chunk of its own.
   *
   * @param bytes at least 1
   * @return the same reply, so changed
   */
  public Reply split(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("A piece has at least one byte, not " + bytes);
    }
    return deliver(delivery.withSplit(bytes));
  }

  /**
   * Compresses the body, each event so that it can be read when it comes.
   *
   * @return the same reply, so changed
   */
  public Reply gzip() {
    return deliver(delivery.withGzip());
  }

  /**
   * Writes the events of a stream in every way that the format allows and few servers use: behind a
   * byte order mark, with comments and empty data between them, ended by CR LF, and without the
   * space behind the colon.
   *
   * @return the same reply, so changed
   */
  public Reply oddlyFramed() {
    return deliver(delivery.withOddFrames());
  }

  /**
   * Answers as soon as the request's head is there, and does not care for its body. The reply must
   * be the next of the script when the head arrives.
   *
   * @return the same reply, so changed
   */
  public Reply early() {
    return new Reply(content, changes, delivery, true);
  }

  // What else is done, and when.

  /**
   * Waits before the status is sent.
   *
   * @param duration zero or more
   * @return the same reply, so changed
   */
  public Reply delay(Duration duration) {
    return first(Step.pause(duration));
  }

  /**
   * Does this before anything is sent.
   *
   * @param steps in this order
   * @return the same reply, so changed
   */
  public Reply first(Step... steps) {
    return cue(Point.FIRST, 0, steps);
  }

  /**
   * Does this when the headers and so many events are out.
   *
   * @param events how many, 0 for right behind the headers
   * @param steps in this order
   * @return the same reply, so changed
   */
  public Reply after(int events, Step... steps) {
    return cue(Point.EVENTS, events, steps);
  }

  /**
   * Does this when so many bytes of the body are out, in the middle of an event if need be.
   *
   * @param bytes of the body, as it is sent
   * @param steps in this order
   * @return the same reply, so changed
   */
  public Reply afterBytes(long bytes, Step... steps) {
    return cue(Point.BYTES, bytes, steps);
  }

  /**
   * Does this before each event.
   *
   * @param steps in this order
   * @return the same reply, so changed
   */
  public Reply beforeEach(Step... steps) {
    return cue(Point.EACH_EVENT, 0, steps);
  }

  /**
   * Does this behind the last event, before the body is ended.
   *
   * @param steps in this order
   * @return the same reply, so changed
   */
  public Reply last(Step... steps) {
    return cue(Point.LAST, 0, steps);
  }

  /**
   * Does this behind the end, when all is sent; none of these steps may wait.
   *
   * @param steps in this order
   * @return the same reply, so changed
   */
  public Reply afterwards(Step... steps) {
    return cue(Point.AFTERWARDS, 0, steps);
  }

  private Reply cue(Point point, long count, Step... steps) {
    return deliver(
        delivery.withCue(new Delivery.Cue(point, count, Stream.of(steps).map(Step::act).toList())));
  }

  private Reply deliver(Delivery changed) {
    return new Reply(content, changes, changed, early);
  }

  private static List<byte[]> copy(byte[]... pieces) {
    return Arrays.stream(pieces).map(byte[]::clone).toList();
  }

  // For the gateway.

  Content content() {
    return content;
  }

  /** What an answer to a chat completion has become by this reply's changes. */
  ChatAnswer changed(ChatAnswer answer) {
    return changes.apply(answer);
  }

  Delivery delivery() {
    return delivery;
  }

  boolean isEarly() {
    return early;
  }

  /** Says what the gateway says of its own accord, if this reply leaves it to that. */
  Reply orStandard(Supplier<Reply> standard) {
    if (!(content instanceof Content.Standard)) {
      return this;
    }
    Reply own = standard.get();
    return new Reply(own.content, changes, delivery.over(own.delivery), early);
  }
}
