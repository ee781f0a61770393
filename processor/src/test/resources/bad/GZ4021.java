package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/a/tiny")
interface Window {
  @GatewayzPrompt("This sentence is longer than forty characters: {{text}}")
  String tooMuch(String text);
}

@GatewayzClient(model = "gatewayz/a/tiny")
interface NearMiss {
  @GatewayzPrompt("This sentence has forty characters: {{text}}")
  String justEnough(String text);
}
//! 8:3 warning: [GZ4021] What "tooMuch" always sends is about 12 tokens, and "gatewayz/a/tiny" reads no more than 10, by -Agatewayz.models.
