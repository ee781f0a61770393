package fixtures;

import dev.gatewayz.annotation.*;

@GatewayzClient(model = "gatewayz/a/one", fallbacks = {"gatewayz/b/two", "gatewayz/b/two"})
interface Haikus {
  @GatewayzPrompt("Write.")
  String write();

  @GatewayzPrompt(value = "Write.", fallbacks = "gatewayz/a/one")
  String again();
}

@GatewayzClient(model = "gatewayz/a/one", fallbacks = "gatewayz/b/two")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", model = "gatewayz/c/three")
  String write();

  @GatewayzPrompt(value = "Write.", model = "gatewayz/b/two", fallbacks = "gatewayz/a/one")
  String turned();

  @GatewayzPrompt(value = "Write.", model = "gatewayz/b/two", fallbacks = {})
  String alone();
}
//! 5:74 error: [GZ4010] The model "gatewayz/b/two" is asked already, and would fail again. Name another, or remove it.
//! 10:49 error: [GZ4010] The model "gatewayz/a/one" is asked already, and would fail again. Name another, or remove it.
