package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.wire.Costs;
import dev.gatewayz.internal.wire.ErrorBody;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import dev.gatewayz.internal.wire.RequestTexts;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The response to one attempt: its head, how its body is packed, and the exceptions that stand for
 * its errors. They never show the key, and the prompt only if that is allowed.
 */
public final class Response {
  private static final String COST = "x-litellm-response-cost";
  private static final byte[] NOTHING = new byte[0];
  private static final int MAX_ERROR_BODY = 64 * 1024;
  private static final int MAX_EXCERPT = 8 * 1024;

  /** Looking through a request of this size takes about half a millisecond. */
  private static final int LARGEST_ON_LOOP = 64 * 1024;

  private final CallRequest request;
  private final AnswerRules rules;
  private final ResponseSink sink;
  private @Nullable ResponseHead head;

  /** The id that the head named before it was let go. */
  private @Nullable String serverRequestId;

  private ContentCoding coding = ContentCoding.IDENTITY;
  private @Nullable Bad bad;

  /** A response that is an error. */
  private record Bad(ErrorHead head, BodyBuffer body) {}

  /** The response to that request, of which nothing has come yet. */
  public Response(CallRequest request, AnswerRules rules, ResponseSink sink) {
    this.request = request;
    this.rules = rules;
    this.sink = sink;
  }

  /**
   * The response begins.
   *
   * @param good whether its body is the answer
   */
  public void onHead(ResponseHead head, boolean good) {
    this.head = head;
    coding = ContentCoding.of(head.header("content-encoding"));
    bad = good ? null : new Bad(ErrorHead.of(head), new BodyBuffer(MAX_ERROR_BODY));
  }

  /**
   * Lets go of the headers, but for the id of the call: nobody will be shown the others, and a
   * stream may be open for long.
   */
  void forgetHeaders() {
    serverRequestId = serverRequestId();
    head = null;
  }

  /** Whether it is an error, whose body belongs here. */
  public boolean isError() {
    return bad != null;
  }

  /** A part of the body of an error; what is too long for one is cut. */
  public void onErrorBody(ByteBuf data) {
    if (bad != null && !bad.body().append(data)) {
      onErrorEnd();
    }
  }

  /** The body of an error is whole. */
  public void onErrorEnd() {
    Bad error = bad;
    if (error == null) {
      return;
    }
    BodyBuffer body;
    try {
      body = coding.undo(error.body(), MAX_ERROR_BODY);
    } catch (IOException e) {
      // The status alone says enough.
      body = new BodyBuffer(0, NOTHING);
    }
    String text = withoutSecret(body.bytes(), 0, body.size());
    ErrorBody said = ErrorBodyReader.read(text);
    fail(apiError(error.head(), said, text));
  }

  /** The id of the call in the words of the server, {@code null} if it has not said. */
  public @Nullable String serverRequestId() {
    return head == null ? serverRequestId : head.header("x-request-id");
  }

  /** What the headers say that the answer costs, {@code null} if they do not. */
  @Nullable BigDecimal cost() {
    return head == null ? null : Costs.ofHeader(head.header(COST));
  }

  /** The call with its answer, and all that came with that. */
  Answered answered(ChatCompletion answer, @Nullable BigDecimal cost) {
    return new Answered(sink.info(), request.body(), head, answer, cost);
  }

  /** Whether more than one choice was asked for. */
  boolean wantsSeveralChoices() {
    Integer count = request.parameters().n();
    return count != null && count > 1;
  }

  /** The model that was asked, to be named where the server names none. */
  String model() {
    return request.modelName();
  }

  /** How the body is packed. */
  ContentCoding coding() {
    return coding;
  }

  /** Reads a body off the loop, because that takes long, then goes on on the loop. */
  <T> void elsewhere(Supplier<T> reading, Consumer<T> then) {
    sink.ending();
    sink.elsewhere(reading, then);
  }

  // What a response says of a failure ends the attempt. Texts of the server are looked through for
  // the prompt, on the loop if the prompt is short.

  /** Fails by what the server said inside a good response. */
  void failByAnswer(byte[] bytes, int offset, int length) {
    fail(errorOf(bytes, offset, length));
  }

  /** Fails by what the server said in the middle of a stream, of which something is handed on. */
  void failByEvent(byte[] bytes, int offset, int length) {
    Failure error = errorOf(bytes, offset, length);
    fail(shown -> Failures.ofEvent(sink, error.with(shown)));
  }

  /** Hands over what the server said inside a good response, as an exception. */
  void withErrorOf(byte[] bytes, int offset, int length, Consumer<GatewayzException> then) {
    make(errorOf(bytes, offset, length), then);
  }

  private Failure errorOf(byte[] bytes, int offset, int length) {
    String text = withoutSecret(bytes, offset, length);
    ErrorBody said = ErrorBodyReader.read(text);
    return apiError(ErrorHead.GOOD, said, text);
  }

  /** Fails by a good response that makes no sense. */
  void failNotUnderstood(String what, byte[] bytes, int offset, int length) {
    String text = withoutSecret(bytes, offset, length);
    fail(
        shown ->
            new ProtocolException(
                sink.info(),
                what,
                "Check that the API base is that of a gateway.",
                shown.apply(text),
                sink.partial()));
  }

  /** Fails by a good response that makes no sense, of which nothing is worth showing. */
  void failNotUnderstood(String what) {
    failNotUnderstood(what, NOTHING, 0, 0);
  }

  /** Fails by a text that is longer than answers may be. */
  void failTooLarge() {
    failNotUnderstood(
        "The answer has more than "
            + rules.maxAnswerSize()
            + " characters, the limit of GatewayzBuilder.maxAnswerSize().");
  }

  /** Fails by a body that is longer than answers may be. */
  void failTooLarge(BodyBuffer body) {
    failNotUnderstood(
        "The answer has more than "
            + rules.maxAnswerSize()
            + " bytes, the limit of GatewayzBuilder.maxAnswerSize().",
        body.bytes(),
        0,
        body.size());
  }

  /** What an error may say, cut where it is too long for one. */
  private String withoutSecret(byte[] bytes, int offset, int length) {
    int most = Math.min(length, MAX_ERROR_BODY);
    return request.withoutSecret(new String(bytes, offset, most, StandardCharsets.UTF_8));
  }

  private Failure apiError(ErrorHead head, ErrorBody said, String body) {
    return shown -> new ApiErrors(sink.info(), request.origin(), shown).of(head, said, body);
  }

  /** An exception that shows no more of the server's texts than it may. */
  private interface Failure {
    GatewayzException with(UnaryOperator<String> shown);
  }

  private void fail(Failure failure) {
    if (!isLookedThroughHere()) {
      sink.ending();
    }
    make(failure, sink::failed);
  }

  private void make(Failure failure, Consumer<GatewayzException> then) {
    if (rules.showsPrompts()) {
      then.accept(failure.with(Response::excerpt));
    } else if (isLookedThroughHere()) {
      PromptRedaction redaction = new PromptRedaction(this::asked);
      then.accept(failure.with(text -> redaction.apply(excerpt(text))));
    } else {
      // Made in vain once, to hear which texts it shows.
      Set<String> texts = new HashSet<>();
      failure.with(
          text -> {
            texts.add(text);
            return "";
          });
      sink.elsewhere(
          () -> withoutPrompt(texts),
          shown -> then.accept(failure.with(text -> shown.getOrDefault(text, ""))));
    }
  }

  private boolean isLookedThroughHere() {
    return rules.showsPrompts() || request.body().length() <= LARGEST_ON_LOOP;
  }

  private Map<String, String> withoutPrompt(Set<String> texts) {
    PromptRedaction redaction = new PromptRedaction(this::asked);
    Map<String, String> shown = new HashMap<>();
    texts.forEach(text -> shown.put(text, redaction.apply(excerpt(text))));
    return shown;
  }

  private String asked() {
    byte[] body = request.body().toByteArray();
    return RequestTexts.all(body, body.length);
  }

  private static String excerpt(String text) {
    return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT) + "…";
  }
}
