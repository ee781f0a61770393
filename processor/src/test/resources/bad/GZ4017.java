package fixtures;

import dev.gatewayz.annotation.*;

@GatewayzClient(model = "gatewayz/anthropic/claude-sonnet-4")
interface Reports {
  @GatewayzPrompt(value = "Look at {{report}}.", cache = true)
  String read(String report);
}

@GatewayzClient(model = "gatewayz/anthropic/claude-sonnet-4", cache = true)
interface NearMiss {
  @GatewayzPrompt("Look at {{report}}.")
  String read(String report);

  @GatewayzPrompt(value = "Look at {{report}}.", system = "Be brief.", cache = true)
  String brief(String report);
}
//! 7:3 warning: [GZ4017] cache has no effect on "read": {{report}} stands before everything that is worth it. Remove it, or put what changes behind what does not.
