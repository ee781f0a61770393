package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.internal.syntax.ModelName;
import org.jspecify.annotations.Nullable;

/**
 * What all requests of a prompt have in common.
 *
 * @param identity which prompt it is
 * @param model the model that is asked unless a call says otherwise
 * @param opening the first bytes of a request to that model
 * @param members what it sends beside model, messages and what its answer must look like
 * @param schema what its answer must look like, {@code null} if that is free
 * @param options how its calls are made, where that is not as the client has it
 */
public record PromptSpec(
    PromptIdentity identity,
    ModelName model,
    Opening opening,
    RequestMembers members,
    @Nullable AnswerSchema schema,
    CallOptions options) {

  /**
   * A prompt whose calls are made as the client has it, and whose answer must look like a member
   * says.
   */
  public static PromptSpec of(PromptIdentity identity, ModelName model, String members) {
    RequestMembers all = RequestMembers.parse(members);
    byte[] schema = all.member(AnswerSchema.MEMBER);
    return new PromptSpec(
        identity,
        model,
        Opening.of(model),
        all.without(AnswerSchema.MEMBER),
        schema == null ? null : new AnswerSchema(SchemaForm.JSON_SCHEMA, schema, null),
        CallOptions.NONE);
  }

  /** The same prompt with other templates. */
  public PromptSpec withIdentity(PromptIdentity other) {
    return new PromptSpec(other, model, opening, members, schema, options);
  }

  /** The same prompt with other options. */
  public PromptSpec withOptions(CallOptions options) {
    return new PromptSpec(identity, model, opening, members, schema, options);
  }

  /**
   * The same prompt, whose schema can be told in words as well, by that type.
   *
   * @throws IllegalStateException if it has none
   */
  public PromptSpec withSchema(SchemaForm form, String type) {
    if (schema == null) {
      throw new IllegalStateException("The prompt " + identity.id() + " has no schema.");
    }
    return new PromptSpec(identity, model, opening, members, schema.inWords(form, type), options);
  }
}
