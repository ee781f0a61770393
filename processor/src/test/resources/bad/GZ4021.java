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
//! 8:3 warning: [GZ4021] "tooMuch" has about 12 tokens of text, and the gateway's "gatewayz/a/tiny" reads 10.
