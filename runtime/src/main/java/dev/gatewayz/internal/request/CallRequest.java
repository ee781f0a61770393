package dev.gatewayz.internal.request;

import dev.gatewayz.Approvals;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a call sends. Never changes, so it can be sent again.
 *
 * @param prompt where it comes from
 * @param model the model asked, {@code null} if none is
 * @param head method, path and headers; {@code null} for a service without a key
 * @param body the JSON
 * @param policy how the call is made
 */
public record CallRequest(
    PromptIdentity prompt,
    @Nullable ModelName model,
    @Nullable RequestHead head,
    RequestBody body,
    CallPolicy policy) {
  private static final int SURELY_SECRET = 16;

  /** The model asked, with its prefix; empty if none is. */
  public String modelName() {
    return model == null ? "" : model.name();
  }

  /** What would be called, as errors for callers name it. */
  public String name() {
    return prompt.id() == null ? "This call" : prompt.id();
  }

  /** Which call this is, before anything was sent. */
  public CallInfo info() {
    return CallInfo.builder().promptId(prompt.id()).model(modelName()).build();
  }

  /** Where it goes, {@code null} if it goes nowhere. */
  public @Nullable Origin origin() {
    return head == null ? null : head.origin();
  }

  /**
   * A text without the key of this request, for errors. A short key, as servers without keys get
   * it, is taken out where it is a word, and not out of the middle of others.
   */
  public String withoutSecret(String text) {
    String secret = head == null ? null : head.secret();
    if (secret == null || secret.isEmpty() || secret.length() >= SURELY_SECRET) {
      return without(text, 1);
    }
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .replaceAll("[api key]");
  }

  /**
   * What a tool says, for the model to read: without the key, if that is so long that it cannot
   * stand there by chance.
   */
  public String forModel(String text) {
    return without(text, SURELY_SECRET);
  }

  private String without(String text, int shortest) {
    String secret = head == null ? null : head.secret();
    return secret == null || secret.length() < shortest ? text : text.replace(secret, "[api key]");
  }

  /**
   * The request of a call that goes on with what was decided.
   *
   * @throws IllegalArgumentException if that is another prompt, or has no tools
   */
  CallRequest resumed(Approvals approvals) {
    if (!approvals.promptId().equals(prompt.id()) || policy.followUps().tools() == null) {
      throw new IllegalArgumentException(
          "The approvals are of the prompt " + approvals.promptId() + ", not of " + name() + ".");
    }
    List<Message> before = approvals.messages().subList(0, approvals.messages().size() - 1);
    FollowUps left = policy.followUps().with(approvals);
    return new CallRequest(
        prompt, model, head, body.withMessages(before), policy.withFollowUps(left));
  }

  /** The same request to one of its fallbacks; those behind it remain. */
  public CallRequest toFallback(int index) {
    List<ResolvedFallback> fallbacks = policy.fallbacks();
    ResolvedFallback next = fallbacks.get(index);
    ModelName other = next.model();
    return new CallRequest(
        prompt,
        other == null ? model : other,
        next.head() == null ? head : next.head(),
        bodyOf(next),
        policy.withFallbacks(fallbacks.subList(index + 1, fallbacks.size())));
  }

  private RequestBody bodyOf(ResolvedFallback next) {
    RequestBody there = next.isSomebodyElse() ? body.withoutReasoning() : body;
    there = next.model() == null ? there : there.to(next.model());
    return next.head() == null ? there : policy.rules().to(next.head().origin(), there);
  }

  /** What is sent in the end: the body in the form in which the model takes it. */
  public RequestBody toSend() {
    return policy.rules().toSend(modelName(), body);
  }

  /**
   * The same conversation after a round of tools. The model may have had to call one; now it may
   * answer, or the rounds would never end. What another model thought when it asked for tools that
   * had to be approved is not for this one.
   */
  public CallRequest afterTools(List<? extends Message> messages) {
    RequestBody longer = body.with(messages).withFreeToolChoice();
    Approvals approvals = policy.followUps().approvals();
    String asking = approvals == null ? null : approvals.model();
    if (asking != null && !asking.equals(modelName())) {
      longer = longer.withoutReasoning();
    }
    FollowUps left = policy.followUps().afterToolRound();
    return new CallRequest(prompt, model, head, longer, policy.withFollowUps(left));
  }

  /**
   * The same conversation, in which the model is shown what is wrong with its answer.
   *
   * @param said the answer with the thoughts that led to it
   */
  public CallRequest corrected(AnswerFormatException unfit, AssistantMessage said) {
    RequestBody longer = body.with(FollowUps.correctionOf(unfit, said, schemaInWords()));
    FollowUps left = policy.followUps().afterRepair();
    return new CallRequest(prompt, model, head, longer, policy.withFollowUps(left));
  }

  /** Whether there is a key to send, or none is needed. */
  public boolean hasKey() {
    return head != null && (model == null || head.hasSecret());
  }

  /** What it asks for beside model and messages. */
  public Parameters parameters() {
    return body.parameters();
  }

  /** The same request to another model. */
  public CallRequest withModel(ModelName model) {
    return new CallRequest(prompt, model, head, body.to(model), policy);
  }

  /** The same request with other messages. */
  public CallRequest withMessages(List<? extends Message> messages) {
    return new CallRequest(prompt, model, head, body.withMessages(messages), policy);
  }

  /** The same request with these parameters where they are set; the others stay. */
  public CallRequest withParameters(Parameters parameters) {
    return new CallRequest(prompt, model, head, body.with(parameters), policy);
  }

  /** What the answer must look like, in words; {@code null} if that is not known. */
  private @Nullable String schemaInWords() {
    AnswerSchema schema = body.form().schema();
    return schema == null ? null : schema.words();
  }

  /** The same request in another form of the schema of its answer. */
  CallRequest withForm(AnswerForm form) {
    return new CallRequest(prompt, model, head, body.with(form), policy);
  }

  /** The same request with another head; those of its fallbacks stay. */
  CallRequest withHead(RequestHead head) {
    return new CallRequest(prompt, model, head, policy.rules().to(head.origin(), body), policy);
  }

  /** The same request, and its fallbacks, with a further header, by its lower-case name. */
  public CallRequest withHeader(String name, String value) {
    Map<String, String> further = Map.of(name, value);
    return new CallRequest(
        prompt,
        model,
        head == null ? null : head.with(further),
        body,
        policy.withFallbacks(
            policy.fallbacks().stream().map(fallback -> fallback.with(further)).toList()));
  }

  /** Whether it carries a key wherever it goes. */
  boolean isPaid() {
    return (head == null || head.hasSecret())
        && policy.fallbacks().stream().allMatch(ResolvedFallback::isPaid);
  }

  /** The same request, paid for where it is not. */
  CallRequest paid(UnaryOperator<RequestHead> paying) {
    return new CallRequest(
        prompt,
        model,
        head == null || head.hasSecret() ? head : paying.apply(head),
        body,
        policy.withFallbacks(
            policy.fallbacks().stream().map(fallback -> fallback.paid(paying)).toList()));
  }

  /** The same request with other tags and attributes. */
  public CallRequest withMarks(Map<String, String> tags, Map<String, Object> attributes) {
    return new CallRequest(prompt, model, head, body, policy.withMarks(tags, attributes));
  }

  @Override
  public String toString() {
    return "CallRequest[" + prompt.id() + ", " + model + "]";
  }
}
