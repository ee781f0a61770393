package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.ModelName;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.json.JsonBytes;
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

  private final Origin origin;
  private final RequestHeads heads;
  private final RequestMembers extraMembers;
  private final CallPolicy policy;
  private final @Nullable RequestHead wholeHead;
  private final @Nullable RequestHead streamedHead;

  /**
   * A factory.
   *
   * @throws IllegalArgumentException if the key would be sent unencrypted and that is not allowed
   */
  public RequestFactory(RequestDefaults defaults) {
    this.origin = defaults.base().origin();
    this.heads = new RequestHeads(defaults);
    this.extraMembers = RequestMembers.of(defaults.extraMembers());
    this.policy = CallPolicy.of(defaults.deadlines(), defaults.retries());
    this.wholeHead = heads.chat(null, null, Map.of(), false);
    this.streamedHead = heads.chat(null, null, Map.of(), true);
  }

  /** Where requests go unless a call says otherwise. */
  public Origin origin() {
    return origin;
  }

  /** The request of a rendered prompt. */
  public CallRequest of(RenderedPrompt prompt, boolean streamed, CallOptions options) {
    PromptSpec spec = prompt.spec();
    ModelName other = options.model();
    JsonBytes rest = prompt.messages();
    int messagesEnd = rest.size();
    rest.raw(']');
    Parameters parameters = options.parameters();
    spec.members().write(parameters, rest);
    stream(rest, streamed);
    extraMembers.writeMissing(spec.members(), parameters, rest);
    rest.raw('}');
    return new CallRequest(
        spec.identity(),
        other == null ? spec.model() : other,
        head(streamed, options),
        new RequestBody(other == null ? spec.opening() : Opening.of(other), rest, messagesEnd),
        policy(streamed, options, spec.defaults()).withFollowUps(prompt.followUps()));
  }

  /** The request of a chat request. */
  public CallRequest of(ChatRequest chat, boolean streamed, CallOptions options) {
    ModelName model = options.model() == null ? new ModelName(chat.model()) : options.model();
    JsonBytes rest = RequestBody.beginMessages(256);
    RequestWriter.messages(chat.messages(), rest);
    int messagesEnd = rest.size();
    rest.raw(']');
    Parameters parameters = options.parameters().over(chat.parameters());
    RequestWriter.options(chat, parameters, rest);
    stream(rest, streamed);
    extraMembers.writeUnless(name -> RequestWriter.sets(chat, parameters, name), rest);
    rest.raw('}');
    return new CallRequest(
        PromptIdentity.NONE,
        model,
        head(streamed, options),
        new RequestBody(Opening.of(model), rest, messagesEnd),
        policy(streamed, options, PromptDefaults.NONE));
  }

  /** A request that fetches something. */
  public CallRequest get(String name, String path, Map<String, String> further) {
    Map<String, String> own = new LinkedHashMap<>(further);
    own.put("accept", "application/json");
    RequestHead head = heads.of("GET", path, own);
    return new CallRequest(new PromptIdentity(name, null), null, head, RequestBody.NONE, policy);
  }

  /** A request that sends JSON to a model, other than for chat. */
  public CallRequest post(String name, String path, ModelName model, JsonBytes body) {
    Map<String, String> own =
        Map.of("content-type", "application/json", "accept", "application/json");
    return new CallRequest(
        new PromptIdentity(name, null),
        model,
        heads.of("POST", path, own),
        new RequestBody(Opening.of(model), body, 0),
        policy);
  }

  private @Nullable RequestHead head(boolean streamed, CallOptions options) {
    if (options.apiKey() == null && options.apiBase() == null && options.headers().isEmpty()) {
      return streamed ? streamedHead : wholeHead;
    }
    return heads.chat(options.apiBase(), options.apiKey(), options.headers(), streamed);
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
    List<ResolvedFallback> resolved = new ArrayList<>(fallbacks.size());
    for (Fallback fallback : fallbacks) {
      resolved.add(resolve(fallback, streamed, options));
    }
    return new CallPolicy(
        options.deadlines() == null ? defaults.over(policy.deadlines()) : options.deadlines(),
        options.retries() == null ? policy.retries() : options.retries(),
        resolved,
        options.hedgeAfter(),
        options.tags(),
        Map.of(),
        FollowUps.NONE);
  }

  private ResolvedFallback resolve(Fallback fallback, boolean streamed, CallOptions options) {
    RequestHead head =
        fallback.apiBase() == null
            ? null
            : heads.chat(fallback.apiBase(), options.apiKey(), options.headers(), streamed);
    return new ResolvedFallback(fallback.model(), head);
  }

  private static void stream(JsonBytes rest, boolean streamed) {
    if (streamed) {
      rest.raw(STREAMED);
    }
  }
}
