package dev.gatewayz.internal.request;

import dev.gatewayz.ApiKey;
import dev.gatewayz.Approvals;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.syntax.ApiBase;
import dev.gatewayz.internal.syntax.ModelName;
import dev.gatewayz.internal.wire.RequestWriter;
import java.net.URI;
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
  private static final String STREAM_OPTIONS = "stream_options";

  /** For what stands around the messages of a chat request. */
  private static final int ROOM = 128;

  private static final byte[] STREAMED = ",\"stream\":true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WITH_USAGE =
      ",\"stream_options\":{\"include_usage\":true}".getBytes(StandardCharsets.US_ASCII);

  private final RequestHeads heads;
  private final ExtraMembers extra;

  private final CallPolicy clientPolicy;
  private final CallOptions options;
  private final KnownForms forms;

  private final NamedModel.Recent models = new NamedModel.Recent();
  private final AskedOptions.Recent whole = new AskedOptions.Recent();
  private final AskedOptions.Recent streamed = new AskedOptions.Recent();

  /**
   * A factory.
   *
   * @throws IllegalArgumentException if the key would be sent unencrypted and that is not allowed
   */
  public RequestFactory(RequestDefaults defaults) {
    this(
        new RequestHeads(defaults),
        ExtraMembers.of(defaults),
        CallPolicy.of(defaults.deadlines(), defaults.retries(), defaults.rules()),
        CallOptions.NONE,
        new KnownForms());
  }

  /**
   * What each request of a client says beside what is asked of it.
   *
   * @param all to every server
   * @param ofGatewayz the same, and what Gatewayz alone understands
   */
  private record ExtraMembers(RequestMembers all, RequestMembers ofGatewayz) {
    static ExtraMembers of(RequestDefaults defaults) {
      Map<String, String> members = new LinkedHashMap<>(defaults.rules().ofGatewayz());
      members.putAll(defaults.extraMembers());
      return new ExtraMembers(
          RequestMembers.of(defaults.extraMembers()), RequestMembers.of(members));
    }
  }

  private RequestFactory(
      RequestHeads heads,
      ExtraMembers extra,
      CallPolicy clientPolicy,
      CallOptions options,
      KnownForms forms) {
    this.heads = heads;
    this.extra = extra;
    this.clientPolicy = clientPolicy;
    this.options = options;
    this.forms = forms;
    // What no call can be made with is refused now.
    asked(CallOptions.NONE, CallOptions.NONE, false);
    asked(CallOptions.NONE, CallOptions.NONE, true);
  }

  /** A factory whose requests have these options unless a call says otherwise. */
  public RequestFactory with(CallOptions further) {
    return new RequestFactory(heads, extra, clientPolicy, further.over(options), forms);
  }

  /** Where requests go unless a call says otherwise. */
  public Origin origin() {
    return heads.base(options).origin();
  }

  /** The key of experiments unless a call says otherwise, {@code null} for none. */
  @Nullable String experimentKey() {
    return options.experimentKey();
  }

  /** The forms that models are known to take, the same for all views of a client. */
  public KnownForms forms() {
    return forms;
  }

  /**
   * The request of a rendered prompt, which may be sent long after: a key that changes is still to
   * be {@linkplain #paid asked for}.
   */
  public CallRequest of(RenderedPrompt prompt, boolean streamed, CallOptions further) {
    PromptSpec spec = prompt.spec();
    AskedOptions asked = asked(further, spec.options(), streamed);
    NamedModel other = asked.model();
    byte[] beginning = prompt.beginning();
    JsonBytes rest = prompt.messages();
    int messagesEnd = beginning.length + rest.size();
    rest.raw(']');
    Parameters parameters = spec.members().named(fit(asked.all().parameters(), streamed));
    spec.members().write(parameters, rest);
    stream(rest, streamed, parameters, spec.members());
    RequestMembers extra = extra(asked.head());
    (spec.schema() == null ? extra : extra.without(AnswerSchema.MEMBER))
        .writeMissing(spec.members(), parameters, rest);
    rest.raw('}');
    Opening opening = other == null ? spec.opening() : other.opening();
    CallRequest request =
        forms.apply(
            new CallRequest(
                spec.identity(),
                other == null ? spec.model() : other.name(),
                asked.head(),
                new RequestBody(opening, beginning, rest, messagesEnd, form(spec, parameters)),
                asked.policy().of(prompt)));
    Approvals approvals = asked.all().approvals();
    return approvals == null ? request : request.resumed(approvals);
  }

  /** Who sets the member of the form for a call has chosen another, without words. */
  private static AnswerForm form(PromptSpec spec, Parameters parameters) {
    AnswerSchema schema = spec.schema();
    boolean isOwn =
        !parameters.equals(Parameters.NONE) && RequestWriter.sets(parameters, AnswerSchema.MEMBER);
    return schema == null || isOwn ? AnswerForm.NONE : schema.asked();
  }

  /** The request of a chat request. */
  public CallRequest of(ChatRequest chat, boolean streamed, CallOptions further) {
    AskedOptions asked = asked(further, CallOptions.NONE, streamed);
    NamedModel model = asked.model() == null ? models.of(chat.model()) : asked.model();
    JsonBytes rest = RequestBody.beginMessages(ROOM + RequestWriter.room(chat.messages()));
    RequestWriter.messages(chat.messages(), rest);
    int messagesEnd = rest.size();
    rest.raw(']');
    Parameters parameters = fit(asked.all().parameters().over(chat.parameters()), streamed);
    RequestWriter.options(chat, parameters, rest);
    stream(rest, streamed, parameters, RequestMembers.NONE);
    extra(asked.head()).writeUnless(name -> RequestWriter.sets(chat, parameters, name), rest);
    rest.raw('}');
    RequestBody body = new RequestBody(model.opening(), rest, messagesEnd);
    CallRequest request =
        new CallRequest(PromptIdentity.NONE, model.name(), asked.head(), body, asked.policy());
    // A stream is paid for when it is subscribed to.
    return streamed ? request : paid(request);
  }

  /** The parameters of the URL that a chat request goes to, as they are sent; empty if none. */
  public String query(CallRequest request) {
    RequestHead head = request.head();
    return head == null ? "" : RequestHeads.query(head);
  }

  /** Where a chat request goes, without {@code /v1}. */
  public URI apiBase(CallRequest request) {
    RequestHead head = request.head();
    return URI.create(head == null ? origin().toString() : RequestHeads.base(head));
  }

  /**
   * The same request to another gateway.
   *
   * @param apiKey {@code null} for the key it has
   * @throws IllegalArgumentException if the base is no URL, the key cannot be sent, or it would be
   *     sent unencrypted and that is not allowed
   */
  public CallRequest toGateway(CallRequest request, String apiBase, @Nullable String apiKey) {
    RequestHead head = request.head();
    ApiKey key = apiKey == null ? null : ApiKey.of(apiKey);
    return head == null ? request : request.withHead(heads.chat(head, ApiBase.parse(apiBase), key));
  }

  /**
   * The request of one call, which may have been made long before: with the key that is valid now.
   *
   * @throws IllegalArgumentException if the key cannot be sent
   */
  public CallRequest paid(CallRequest request) {
    return heads.paid(request);
  }

  /** A request that fetches something. */
  public CallRequest get(
      PromptIdentity name, String path, KeyUse use, Map<String, String> further) {
    Map<String, String> own = new LinkedHashMap<>(further);
    own.put("accept", "application/json");
    RequestHead head = heads.of("GET", path, use, options, own);
    return new CallRequest(name, null, head, RequestBody.NONE, servicePolicy());
  }

  /** A request that sends JSON to a model, other than for chat. */
  public CallRequest post(PromptIdentity name, String path, ModelName model, JsonBytes body) {
    return post(name, path, "application/json", model, Opening.of(model), body);
  }

  /** A request that sends a form with a file to a model. */
  public CallRequest post(PromptIdentity name, String path, ModelName model, FormBody form) {
    Opening all = new Opening(new byte[0], 0);
    return post(name, path, form.contentType(), model, all, form.end());
  }

  private CallRequest post(
      PromptIdentity name,
      String path,
      String contentType,
      ModelName model,
      Opening opening,
      JsonBytes body) {
    Map<String, String> own = Map.of("content-type", contentType, "accept", "application/json");
    RequestHead head = heads.of("POST", path, KeyUse.NEEDED, options, own);
    RequestBody whole = new RequestBody(opening, body, 0);
    return new CallRequest(name, model, head, whole, servicePolicy());
  }

  /** Fallbacks are for chat: they have its path, and another model makes other vectors. */
  private CallPolicy servicePolicy() {
    return newPolicy(options, false).withFallbacks(List.of());
  }

  /** Servers refuse options of streams with anything else. */
  private Parameters fit(Parameters parameters, boolean streamed) {
    boolean isUnfit =
        !streamed
            && (extra.all().has(STREAM_OPTIONS) || parameters.extra().containsKey(STREAM_OPTIONS));
    return isUnfit ? parameters.toBuilder().extra(STREAM_OPTIONS, null).build() : parameters;
  }

  private RequestMembers extra(RequestHead head) {
    return RequestRules.isGatewayz(head.origin()) ? extra.ofGatewayz() : extra.all();
  }

  private AskedOptions asked(CallOptions further, CallOptions ofPrompt, boolean streamed) {
    AskedOptions.Recent recent = streamed ? this.streamed : whole;
    AskedOptions known = recent.get(further, ofPrompt);
    if (known != null) {
      return known;
    }
    CallOptions all = further.over(options);
    AskedOptions asked =
        new AskedOptions(
            further,
            ofPrompt,
            all,
            all.model() == null ? null : models.of(all.model()),
            heads.chat(all, streamed),
            newPolicy(all.over(ofPrompt), streamed));
    // What was approved is of one call.
    if (all.approvals() == null) {
      recent.put(asked);
    }
    return asked;
  }

  private CallPolicy newPolicy(CallOptions asked, boolean streamed) {
    if (asked.equals(CallOptions.NONE)) {
      return clientPolicy;
    }
    if (asked.fallbacks() == null) {
      return clientPolicy.with(asked, List.of());
    }
    List<ResolvedFallback> resolved = new ArrayList<>(asked.fallbacks().size());
    for (Fallback fallback : asked.fallbacks()) {
      resolved.add(resolve(fallback, asked, streamed));
    }
    return clientPolicy.with(asked, resolved);
  }

  private ResolvedFallback resolve(Fallback fallback, CallOptions asked, boolean streamed) {
    ModelName model = fallback.model() == null ? null : new ModelName(fallback.model());
    if (fallback.apiBase() == null) {
      return new ResolvedFallback(model, null);
    }
    CallOptions.Builder there = asked.toBuilder().apiBase(fallback.apiBase().toString());
    if (fallback.apiKey() != null) {
      there.apiKey(fallback.apiKey().secret());
    }
    return new ResolvedFallback(model, heads.chat(there.build(), streamed));
  }

  /** Asks for a stream, and for its usage unless somebody has said what to ask for. */
  private void stream(
      JsonBytes rest, boolean streamed, Parameters parameters, RequestMembers members) {
    if (streamed) {
      rest.raw(STREAMED);
      if (!parameters.extra().containsKey(STREAM_OPTIONS)
          && !members.has(STREAM_OPTIONS)
          && !extra.all().has(STREAM_OPTIONS)) {
        rest.raw(WITH_USAGE);
      }
    }
  }
}
