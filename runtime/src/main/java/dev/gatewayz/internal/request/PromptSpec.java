package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import dev.gatewayz.internal.syntax.ModelName;

/**
 * What all requests of a prompt have in common.
 *
 * @param identity which prompt it is
 * @param model the model that is asked unless a call says otherwise
 * @param opening the first bytes of a request to that model
 * @param members what it sends beside model and messages
 * @param options how its calls are made, where that is not as the client has it
 */
public record PromptSpec(
    PromptIdentity identity,
    ModelName model,
    Opening opening,
    RequestMembers members,
    CallOptions options) {

  /** A prompt whose calls are made as the client has it. */
  public static PromptSpec of(PromptIdentity identity, ModelName model, String members) {
    return new PromptSpec(
        identity, model, Opening.of(model), RequestMembers.parse(members), CallOptions.NONE);
  }

  /** The same prompt with other options. */
  public PromptSpec withOptions(CallOptions options) {
    return new PromptSpec(identity, model, opening, members, options);
  }
}
