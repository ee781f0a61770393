package dev.gatewayz.internal.call;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.wire.ErrorBody;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import dev.gatewayz.internal.wire.RequestTexts;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of a call that reads responses: error responses here, good ones in the kinds of call.
 * Runs on the call's loop.
 */
abstract class Response extends Call {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");
  private static final int MAX_ERROR_BODY = 64 * 1024;
  private static final int MAX_EXCERPT = 8 * 1024;

  private int status;
  private @Nullable String serverRequestId;
  private @Nullable Duration retryAfter;
  private @Nullable String rateLimitScope;
  private ContentCoding coding = ContentCoding.IDENTITY;
  private @Nullable BodyBuffer errorBody;

  Response(CallEngine engine, CallRequest request) {
    super(engine, request);
  }

  /** The response is good and its body follows. */
  abstract void onGoodHead(ResponseHead head);

  /** Whether a response with that status is what was asked for. */
  boolean isGood(int status) {
    return status == 200;
  }

  /** A part of the body of a good response; returns how many bytes are credited at once. */
  abstract int onGoodBody(ByteBuf data);

  /** The body of a good response has ended. */
  abstract void onGoodEnd();

  /** Whether some of what the model says has arrived, in the present round. */
  abstract boolean hasContent();

  /** The network ended the exchange. */
  void onBroken(TransportException failure) {
    String message = failure.getMessage() == null ? "The connection failed." : failure.getMessage();
    boolean begun = hasDelivered() || hasContent();
    failed(Failures.of(info(), failure, head().withoutSecret(message), partial(), begun));
  }

  @Override
  public final void onHead(ResponseHead head) {
    status = head.status();
    serverRequestId = head.header("x-request-id");
    retryAfter = null;
    rateLimitScope = null;
    errorBody = null;
    if (!isListening()) {
      return;
    }
    try {
      coding = ContentCoding.of(head.header("content-encoding"));
      responding();
      engine.limits().onHead(head);
      if (isGood(status)) {
        onGoodHead(head);
      } else {
        retryAfter = RetryAfter.of(head, Instant.now());
        rateLimitScope = head.header("x-ratelimit-scope");
        errorBody = new BodyBuffer(MAX_ERROR_BODY);
      }
    } catch (Throwable t) {
      onDefect(t);
    }
  }

  @Override
  public final int onBody(ByteBuf data) {
    if (!isListening()) {
      return data.readableBytes();
    }
    BodyBuffer error = errorBody;
    int size = data.readableBytes();
    try {
      if (error == null) {
        return onGoodBody(data);
      }
      if (!error.append(data)) {
        failWithErrorBody(error);
      }
    } catch (Throwable t) {
      onDefect(t);
    }
    return size;
  }

  @Override
  public final void onEnd() {
    BodyBuffer error = errorBody;
    if (!isListening()) {
      ranOut();
      return;
    }
    try {
      if (error != null) {
        failWithErrorBody(error);
      } else {
        onGoodEnd();
      }
    } catch (Throwable t) {
      onDefect(t);
    }
  }

  /**
   * Code of this client or of the user's threw where it must not. The call ends with it, and the
   * other calls of the connection see nothing.
   */
  private void onDefect(Throwable thrown) {
    LOG.log(System.Logger.Level.ERROR, "A call failed while its answer was read.", thrown);
    failed(Failures.defect(info(), thrown, partial()));
  }

  @Override
  public final void onFailure(TransportException failure) {
    if (hasEnded() || state() == CallState.TOOLS) {
      ranOut();
    } else {
      onBroken(failure);
    }
  }

  /** How the body of the response is packed. */
  final ContentCoding coding() {
    return coding;
  }

  @Override
  final @Nullable String serverRequestId() {
    return serverRequestId;
  }

  /** What the server said inside a good response, as an exception. */
  final GatewayzException errorInAnswer(byte[] bytes, int offset, int length) {
    String text = withoutSecret(bytes, offset, length);
    ErrorBody said = ErrorBodyReader.read(text);
    return apiError(ApiErrors.recoverStatus(said), said, text);
  }

  /** A good response that makes no sense. */
  final ProtocolException notUnderstood(String what, byte[] bytes, int offset, int length) {
    return new ProtocolException(
        info(),
        what,
        "Check that the API base is that of a gateway.",
        shown().apply(withoutSecret(bytes, offset, length)),
        partial(),
        null);
  }

  private void failWithErrorBody(BodyBuffer packed) {
    BodyBuffer body;
    try {
      body = coding.undo(packed, MAX_ERROR_BODY);
    } catch (IOException e) {
      // The status alone says enough.
      body = new BodyBuffer(0);
    }
    String text = withoutSecret(body.bytes(), 0, body.size());
    ErrorBody said = ErrorBodyReader.read(text);
    failed(apiError(status, said, text));
  }

  private ApiException apiError(int of, ErrorBody said, String body) {
    return ApiErrors.of(info(), of, said, retryAfter, rateLimitScope, body, shown());
  }

  /** What of a text of the server's an exception may show. */
  private UnaryOperator<String> shown() {
    if (engine.showsPrompts()) {
      return Response::excerpt;
    }
    CallRequest asked = request();
    Echo echo = new Echo(() -> RequestTexts.all(asked.body(), asked.bodyLength()));
    return text -> echo.without(excerpt(text));
  }

  /** What a server says may repeat the key; nothing that is made of it here does. */
  private String withoutSecret(byte[] bytes, int offset, int length) {
    return head().withoutSecret(new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  private static String excerpt(String text) {
    return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT) + "…";
  }
}
