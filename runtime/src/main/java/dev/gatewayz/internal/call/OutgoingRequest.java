package dev.gatewayz.internal.call;

import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.syntax.HeaderSyntax;
import dev.gatewayz.internal.syntax.ModelName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that interceptors see and change. Immutable.
 *
 * @param request what is sent in the end
 * @param streamed whether the answer is streamed
 * @param requests makes requests to other gateways
 */
record OutgoingRequest(CallRequest request, boolean streamed, RequestFactory requests)
    implements OutgoingCall {
  private static final int KEY_ID_BYTES = 8;

  /** The request that an interceptor passes on. */
  static CallRequest of(OutgoingCall call) {
    if (call instanceof OutgoingRequest outgoing) {
      return outgoing.request;
    }
    throw new IllegalArgumentException(
        "An interceptor must pass on the call it got, or one that a with method made of it, and not"
            + " "
            + (call == null ? "null" : "a " + call.getClass().getName())
            + ".");
  }

  private OutgoingRequest with(CallRequest changed) {
    return new OutgoingRequest(requests.forms().apply(changed), streamed, requests);
  }

  @Override
  public @Nullable String promptId() {
    return request.prompt().id();
  }

  @Override
  public @Nullable String promptHash() {
    return request.prompt().hash();
  }

  @Override
  public boolean promptOverridden() {
    return request.prompt().isOverride();
  }

  @Override
  public String model() {
    return request.modelName();
  }

  @Override
  public boolean runsTools() {
    return request.policy().followUps().tools() != null;
  }

  @Override
  public Parameters parameters() {
    return request.parameters();
  }

  @Override
  public List<Message> messages() {
    return request.body().messages();
  }

  @Override
  public String json() {
    return new String(request.body().toByteArray(), StandardCharsets.UTF_8);
  }

  @Override
  public URI apiBase() {
    return requests.apiBase(request);
  }

  @Override
  public String query() {
    return requests.query(request);
  }

  @Override
  public @Nullable String keyId() {
    RequestHead head = request.head();
    String secret = head == null ? null : head.secret();
    if (secret == null) {
      return null;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("dev.gatewayz key ".getBytes(StandardCharsets.UTF_8));
      byte[] bytes = digest.digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, KEY_ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public Map<String, String> headers() {
    RequestHead head = request.head();
    if (head == null) {
      return Map.of();
    }
    Map<String, String> headers = head.toMap();
    headers.remove("authorization");
    return Collections.unmodifiableMap(headers);
  }

  @Override
  public Map<String, String> tags() {
    return request.policy().tags();
  }

  @Override
  public Map<String, Object> attributes() {
    return request.policy().attributes();
  }

  @Override
  public OutgoingCall withModel(String model) {
    return with(request.withModel(new ModelName(model)));
  }

  @Override
  public OutgoingCall withMessages(List<? extends Message> messages) {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("A call needs a message.");
    }
    messages.forEach(Message::requireWords);
    return with(request.withMessages(messages));
  }

  @Override
  public OutgoingCall withParameters(Parameters parameters) {
    return parameters.equals(Parameters.NONE) ? this : with(request.withParameters(parameters));
  }

  @Override
  public OutgoingCall withHeader(String name, String value) {
    String checked = HeaderSyntax.requireName(name);
    return with(request.withHeader(checked, HeaderSyntax.requireValue(checked, value)));
  }

  @Override
  public OutgoingCall withTag(String name, String value) {
    return with(request.withMarks(more(tags(), name, value), attributes()));
  }

  @Override
  public OutgoingCall withAttribute(String name, Object value) {
    return with(request.withMarks(tags(), more(attributes(), name, value)));
  }

  private static <V> Map<String, V> more(Map<String, V> map, String name, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return Collections.unmodifiableMap(more);
  }

  @Override
  public OutgoingCall withGateway(String apiBase, @Nullable String apiKey) {
    return with(requests.toGateway(request, apiBase, apiKey));
  }

  /** Shows neither messages nor headers. */
  @Override
  public String toString() {
    return "OutgoingCall[" + promptId() + ", " + model() + "]";
  }
}
