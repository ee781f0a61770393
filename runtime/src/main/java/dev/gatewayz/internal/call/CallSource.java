package dev.gatewayz.internal.call;

import dev.gatewayz.internal.request.RequestFactory;

/** What generated code needs of a client. */
public interface CallSource {

  /** Makes its calls. */
  CallEngine engine();

  /** Makes their requests. */
  RequestFactory requests();

  /**
   * A client whose prompts are made here has prompts with these ids.
   *
   * @param client the interface, as errors name it
   */
  void knowPrompts(String client, String... ids);
}
