package dev.gatewayz.internal.call;

import dev.gatewayz.internal.override.Overrides;
import dev.gatewayz.internal.request.PromptRequests;

/** What generated code needs of a client. */
public interface CallSource {

  /** Makes its calls. */
  CallEngine engine();

  /**
   * Makes the requests of an interface's prompts.
   *
   * @param client the interface, as errors name it
   * @param ids all its prompts
   * @throws IllegalArgumentException if something is configured for a prompt of the interface that
   *     does not exist
   */
  PromptRequests requests(String client, String... ids);

  /** Whether prompts are compared with the template files that they were compiled from. */
  boolean checksTemplates();

  /** Templates that take the place of compiled ones. */
  Overrides overrides();
}
