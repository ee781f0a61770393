package fixtures;

import dev.gatewayz.annotation.GatewayzPrompt;

@dev.gatewayz.annotation.GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Client {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@dev.gatewayz.annotation.GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 6:1 error: [GZ1020] The client of "Client" would hide GatewayzClient in its package. Rename "Client".
