package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(name = "my analyst", model = "gatewayz/openai/gpt-4o-mini")
interface IdSpelling {

  @GatewayzPrompt(id = "", value = "Write about {{topic}}.")
  String empty(String topic);

  @GatewayzPrompt(id = "a.b", value = "Write about {{topic}}.")
  String dotted(String topic);

  @GatewayzPrompt(id = "schön", value = "Write about {{topic}}.")
  String accented(String topic);
}

@GatewayzClient(name = "analysts..first", model = "gatewayz/openai/gpt-4o-mini")
interface TwoDots {

  @GatewayzPrompt("Write about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(name = "analysts.first-2", model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {

  @GatewayzPrompt(id = "2_write-up", value = "Write about {{topic}}.")
  String write(String topic);
}
//! 6:24 error: [GZ1019] "my analyst" is no id. Use letters from A to Z, digits, "_" and "-", with "." between its parts.
//! 9:24 error: [GZ1019] "" is no id. Use letters from A to Z, digits, "_" and "-".
//! 12:24 error: [GZ1019] "a.b" is no id. Use letters from A to Z, digits, "_" and "-".
//! 15:24 error: [GZ1019] "schön" is no id. Use letters from A to Z, digits, "_" and "-".
//! 19:24 error: [GZ1019] "analysts..first" is no id. Use letters from A to Z, digits, "_" and "-", with "." between its parts.
