package fixtures;

import dev.gatewayz.annotation.*;

@GatewayzClient(model = "gatewayz/anthropic/claude-sonnet-4", cache = true)
interface Reports {
  String HUNDRED =
      "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789";
  String THOUSAND =
      HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED + HUNDRED;

  @GatewayzPrompt(value = "Look at {{report}}.", system = "Speak {{language}}. " + THOUSAND)
  String read(String report, String language);

  @GatewayzPrompt("{{#thorough}}Twice. {{/thorough}}" + THOUSAND)
  String check(boolean thorough);
}

@GatewayzClient(model = "gatewayz/anthropic/claude-sonnet-4", cache = true)
interface NearMiss {
  @GatewayzPrompt(value = "Look at {{report}}.", system = "Speak {{language}}. " + Reports.HUNDRED)
  String read(String report, String language);

  @GatewayzPrompt(value = Reports.THOUSAND + "Look at {{report}}.", system = Reports.THOUSAND)
  String head(String report);
}
//! 12:3 warning: [GZ4016] "read" has 1011 characters behind {{language}} that are the same in every call, and no provider can cache them there. Put what changes behind what does not.
//! 15:3 warning: [GZ4016] "check" has 1000 characters behind a section that are the same in every call, and no provider can cache them there. Put what changes behind what does not.
