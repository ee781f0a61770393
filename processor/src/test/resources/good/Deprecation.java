package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Deprecation {

  @GatewayzPrompt("{{#old.client}}{{name}}{{/old.client}} {{old.older}}")
  String old(Old old);

  interface Old {
    @Deprecated
    Client client();

    @Deprecated(forRemoval = true)
    String getOlder();
  }

  record Client(String name) {}
}
