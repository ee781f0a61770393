package dev.gatewayz.internal.call;

import dev.gatewayz.ApiKey;
import dev.gatewayz.CallOptions;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.ModelName;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.Members;
import dev.gatewayz.internal.wire.RequestWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests ready to be sent: the end of the body, and the head. The usual heads are made
 * once. Thread-safe.
 */
public final class RequestFactory {
  private static final String PATH = "/v1/chat/completions";
  private static final byte[] STREAMED =
      ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"
          .getBytes(StandardCharsets.US_ASCII);

  private final ApiBase base;
  private final @Nullable ApiKey apiKey;
  private final boolean plaintextAllowed;
  private final Map<String, String> headers;
  private final Map<String, String> extraMembers;
  private final byte[] extras;
  private final Deadlines deadlines;
  private final @Nullable RequestHead wholeHead;
  private final @Nullable RequestHead streamedHead;

  /**
   * A factory.
   *
   * @param apiKey {@code null} if every call brings its own
   * @param plaintextAllowed whether the key may be sent unencrypted to other machines
   * @param headers further headers of every request
   * @param extraMembers members of every request body that does not have them, as JSON text
   * @throws IllegalArgumentException if the key would be sent unencrypted and that is not allowed
   */
  public RequestFactory(
      ApiBase base,
      @Nullable ApiKey apiKey,
      boolean plaintextAllowed,
      Map<String, String> headers,
      Map<String, String> extraMembers,
      Deadlines deadlines) {
    this.base = base;
    this.apiKey = apiKey;
    this.plaintextAllowed = plaintextAllowed;
    this.headers = Map.copyOf(headers);
    this.extraMembers = new LinkedHashMap<>(extraMembers);
    this.extras = Members.write(this.extraMembers, new JsonBytes(64)).toByteArray();
    this.deadlines = deadlines;
    this.wholeHead = head(base, apiKey, Map.of(), false);
    this.streamedHead = head(base, apiKey, Map.of(), true);
  }

  /**
   * The request of a rendered prompt.
   *
   * @param json the body up to the last message
   * @param headLength how much of {@code json} stands before the first message
   * @param members further members as JSON text without braces
   * @param options what the call wants otherwise
   */
  public CallRequest of(
      String promptId,
      ModelName model,
      JsonBytes json,
      int headLength,
      String members,
      boolean streamed,
      CallOptions options) {
    JsonBytes body = json;
    ModelName asked = model;
    if (options.model() != null) {
      asked = options.model();
      body = head(asked, json.size()).raw(json.array(), headLength, json.size() - headLength);
    }
    body.raw(']');
    if (options.parameters().equals(Parameters.NONE)) {
      if (!members.isEmpty()) {
        body.raw(',').raw(members);
      }
      finish(body, streamed);
    } else {
      Map<String, String> all = Members.read(members);
      all.putAll(Members.read(membersOf(options.parameters())));
      finish(body, all, streamed);
    }
    return request(promptId, asked, body, streamed, options);
  }

  /** The request of a chat request. */
  public CallRequest of(ChatRequest chat, boolean streamed, CallOptions options) {
    ModelName model = options.model() == null ? new ModelName(chat.model()) : options.model();
    JsonBytes body = head(model, 512);
    RequestWriter.messages(chat.messages(), body);
    body.raw(']');
    if (options.parameters().equals(Parameters.NONE) && chat.parameters().extra().isEmpty()) {
      RequestWriter.options(chat, body);
      finish(body, streamed);
    } else {
      JsonBytes members = new JsonBytes(128);
      RequestWriter.options(chat, members);
      Map<String, String> all = Members.read(withoutComma(members));
      all.putAll(Members.read(membersOf(options.parameters())));
      finish(body, all, streamed);
    }
    return request(null, model, body, streamed, options);
  }

  private CallRequest request(
      @Nullable String promptId,
      ModelName model,
      JsonBytes body,
      boolean streamed,
      CallOptions options) {
    RequestHead head = streamed ? streamedHead : wholeHead;
    if (options.apiKey() != null || options.apiBase() != null || !options.headers().isEmpty()) {
      head =
          head(
              options.apiBase() == null ? base : ApiBase.parse(options.apiBase().toString()),
              options.apiKey() == null ? apiKey : options.apiKey(),
              options.headers(),
              streamed);
    }
    return new CallRequest(promptId, model, head, body.array(), body.size(), deadlines);
  }

  private @Nullable RequestHead head(
      ApiBase target, @Nullable ApiKey key, Map<String, String> further, boolean streamed) {
    if (key == null) {
      return null;
    }
    if (!target.origin().secure() && !plaintextAllowed && !target.isLoopback()) {
      throw new IllegalArgumentException(
          "The API key would be sent unencrypted to "
              + target.origin()
              + ". Use https://, or allow it with Builder.allowPlaintext().");
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put("content-type", "application/json");
    all.put("accept", streamed ? "text/event-stream" : "application/json");
    all.put("user-agent", "gatewayz-java");
    all.putAll(headers);
    all.putAll(further);
    all.put("authorization", "Bearer " + key.secret());
    return new RequestHead("POST", target.origin(), target.path() + PATH, all);
  }

  private void finish(JsonBytes body, boolean streamed) {
    if (streamed) {
      body.raw(STREAMED);
    }
    body.raw(extras).raw('}');
  }

  private void finish(JsonBytes body, Map<String, String> members, boolean streamed) {
    extraMembers.forEach(members::putIfAbsent);
    Members.write(members, body);
    if (streamed) {
      body.raw(STREAMED);
    }
    body.raw('}');
  }

  private static JsonBytes head(ModelName model, int room) {
    return new JsonBytes(room + model.name().length() + 32)
        .raw("{\"model\":")
        .string(model.wireName())
        .raw(",\"messages\":[");
  }

  private static String membersOf(Parameters parameters) {
    JsonBytes json = new JsonBytes(64);
    RequestWriter.parameters(parameters, json);
    return withoutComma(json);
  }

  private static String withoutComma(JsonBytes json) {
    return json.size() == 0 ? "" : json.toString().substring(1);
  }
}
