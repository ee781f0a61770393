package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mni")
interface Misspelt {
  @GatewayzPrompt("1")
  String one();

  @GatewayzPrompt(value = "2", model = "gatewayz/acme/unheard-of")
  String two();
}

@GatewayzClient(
    model = "gatewayz/openai/gpt-4o-mini",
    fallbacks = {"gatewayz/openai/gpt-4o", "gatewayz/gone/away"})
interface Fallbacks {
  @GatewayzPrompt("1")
  String one();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", fallbacks = "gatewayz/openai/gpt-4o")
interface NearMiss {
  @GatewayzPrompt("1")
  String one();

  @SuppressWarnings("GZ4018")
  @GatewayzPrompt(value = "2", model = "gatewayz/acme/unheard-of")
  String silenced();
}
//! 6:25 warning: [GZ4018] The gateway has no model "gatewayz/openai/gpt-4o-mni". Did you mean "gatewayz/openai/gpt-4o-mini"?
//! 11:40 warning: [GZ4018] The gateway has no model "gatewayz/acme/unheard-of".
//! 17:44 warning: [GZ4018] The gateway has no model "gatewayz/gone/away".
