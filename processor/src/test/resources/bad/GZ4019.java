package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/a/short", maxTokens = 4097)
interface Limits {
  @GatewayzPrompt("1")
  String inherited();

  @GatewayzPrompt(value = "2", model = "gatewayz/a/small-window", maxTokens = 8193)
  String window();
}

@GatewayzClient(model = "gatewayz/a/short", maxTokens = 4096)
interface NearMiss {
  @GatewayzPrompt("1")
  String inherited();

  @GatewayzPrompt(value = "2", model = "gatewayz/a/small-window", maxTokens = 8192)
  String window();

  @GatewayzPrompt(value = "3", model = "gatewayz/a/silent", maxTokens = 1000000)
  String nothingIsKnown();
}
//! 6:57 warning: [GZ4019] maxTokens is 4097, and the gateway's "gatewayz/a/short" writes no more than 4096.
//! 11:79 warning: [GZ4019] maxTokens is 8193, and the gateway's "gatewayz/a/small-window" writes no more than 8192.
