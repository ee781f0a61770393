package dev.gatewayz.internal.call;

import dev.gatewayz.ApiKey;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Fallback;
import dev.gatewayz.RetryPolicy;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.ModelName;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.Members;
import dev.gatewayz.internal.wire.RequestWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests ready to be sent: the end of the body, the head, and how the call is made. What is
 * the same for most calls of a client is made once. Thread-safe.
 */
public final class RequestFactory {
  private static final byte[] STREAMED =
      ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"
          .getBytes(StandardCharsets.US_ASCII);

  private final ApiBase base;
  private final @Nullable ApiKey apiKey;
  private final Heads heads;
  private final Map<String, String> extraMembers;
  private final byte[] extras;
  private final CallPolicy policy;
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
      Deadlines deadlines,
      RetryPolicy retries) {
    this.base = base;
    this.apiKey = apiKey;
    this.heads = new Heads(plaintextAllowed, headers);
    this.extraMembers = new LinkedHashMap<>(extraMembers);
    this.extras = Members.write(this.extraMembers, new JsonBytes(64)).toByteArray();
    this.policy =
        new CallPolicy(deadlines, retries, List.of(), null, Map.of(), Map.of(), Turns.NONE);
    this.wholeHead = heads.chat(base, apiKey, Map.of(), false);
    this.streamedHead = heads.chat(base, apiKey, Map.of(), true);
  }

  /** Where requests go unless a call says otherwise. */
  public Origin origin() {
    return base.origin();
  }

  /**
   * The request of a rendered prompt.
   *
   * @param json the body up to the last message
   * @param headLength how much of {@code json} stands before the first message
   * @param members further members as JSON text without braces
   * @param options what the call wants otherwise
   * @param defaults what the prompt wants otherwise than the client
   */
  public CallRequest of(
      String promptId,
      String promptHash,
      ModelName model,
      JsonBytes json,
      int headLength,
      String members,
      boolean streamed,
      CallOptions options,
      PromptDefaults defaults) {
    ModelName asked = model;
    JsonBytes body = json;
    int messages = headLength;
    if (options.model() != null) {
      asked = options.model();
      body = CallRequest.bodyOf(asked, json.size() + 64);
      messages = body.size();
      body.raw(json.array(), headLength, json.size() - headLength);
    }
    int messagesEnd = body.size();
    body.raw(']');
    if (options.parameters().equals(Parameters.NONE)) {
      if (!members.isEmpty()) {
        body.raw(',').raw(members);
      }
      finish(body, streamed);
    } else {
      finish(body, merged(members, options.parameters()), streamed);
    }
    return new CallRequest(
        promptId,
        promptHash,
        asked,
        head(streamed, options),
        body.array(),
        body.size(),
        messages,
        messagesEnd,
        policy(streamed, options, defaults));
  }

  /** The request of a chat request. */
  public CallRequest of(ChatRequest chat, boolean streamed, CallOptions options) {
    ModelName model = options.model() == null ? new ModelName(chat.model()) : options.model();
    JsonBytes body = CallRequest.bodyOf(model, 256);
    int messages = body.size();
    RequestWriter.messages(chat.messages(), body);
    int messagesEnd = body.size();
    body.raw(']');
    if (options.parameters().equals(Parameters.NONE) && chat.parameters().extra().isEmpty()) {
      RequestWriter.options(chat, body);
      finish(body, streamed);
    } else {
      JsonBytes members = new JsonBytes(128);
      RequestWriter.options(chat, members);
      finish(body, merged(withoutComma(members), options.parameters()), streamed);
    }
    return new CallRequest(
        null,
        null,
        model,
        head(streamed, options),
        body.array(),
        body.size(),
        messages,
        messagesEnd,
        policy(streamed, options, PromptDefaults.NONE));
  }

  /** A request that fetches something. */
  CallRequest get(String name, String path, Map<String, String> further) {
    Map<String, String> own = Map.of("accept", "application/json");
    RequestHead head = heads.of("GET", base, path, apiKey, own, further);
    return new CallRequest(name, null, null, head, new byte[0], 0, 0, 0, policy);
  }

  /** A request that sends JSON to a model, other than for chat. */
  CallRequest post(String name, String path, ModelName model, JsonBytes body) {
    Map<String, String> own =
        Map.of("content-type", "application/json", "accept", "application/json");
    RequestHead head = heads.of("POST", base, path, apiKey, own, Map.of());
    return new CallRequest(name, null, model, head, body.array(), body.size(), 0, 0, policy);
  }

  private @Nullable RequestHead head(boolean streamed, CallOptions options) {
    if (options.apiKey() == null && options.apiBase() == null && options.headers().isEmpty()) {
      return streamed ? streamedHead : wholeHead;
    }
    ApiBase to = options.apiBase() == null ? base : ApiBase.parse(options.apiBase().toString());
    return heads.chat(to, keyOf(options), options.headers(), streamed);
  }

  private @Nullable ApiKey keyOf(CallOptions options) {
    return options.apiKey() == null ? apiKey : options.apiKey();
  }

  private CallPolicy policy(boolean streamed, CallOptions options, PromptDefaults defaults) {
    if (options.deadlines() == null
        && options.retries() == null
        && options.fallbacks() == null
        && options.hedgeAfter() == null
        && options.tags().isEmpty()
        && defaults.equals(PromptDefaults.NONE)) {
      return policy;
    }
    List<Fallback> fallbacks =
        options.fallbacks() == null ? defaults.fallbacks() : options.fallbacks();
    List<Substitute> substitutes = new ArrayList<>(fallbacks.size());
    for (Fallback fallback : fallbacks) {
      substitutes.add(substitute(fallback, streamed, options));
    }
    return new CallPolicy(
        options.deadlines() == null ? defaults.over(policy.deadlines()) : options.deadlines(),
        options.retries() == null ? policy.retries() : options.retries(),
        substitutes,
        options.hedgeAfter(),
        options.tags(),
        Map.of(),
        Turns.NONE);
  }

  private Substitute substitute(Fallback fallback, boolean streamed, CallOptions options) {
    RequestHead head =
        fallback.apiBase() == null
            ? null
            : heads.chat(
                ApiBase.parse(fallback.apiBase().toString()),
                keyOf(options),
                options.headers(),
                streamed);
    return new Substitute(fallback.model(), head);
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

  private static Map<String, String> merged(String members, Parameters overrides) {
    JsonBytes json = new JsonBytes(64);
    RequestWriter.parameters(overrides, json);
    Map<String, String> all = Members.read(members);
    all.putAll(Members.read(withoutComma(json)));
    return all;
  }

  private static String withoutComma(JsonBytes json) {
    return json.size() == 0 ? "" : json.toString().substring(1);
  }
}
