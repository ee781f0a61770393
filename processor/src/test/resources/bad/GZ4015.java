package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 1)
interface Unset {
  @GatewayzPrompt(value = "Write.", unset = {"temperature", "seed", "system", "extra"})
  String write();
}

interface Inherited {
  @GatewayzPrompt(value = "Write.", model = "gatewayz/openai/gpt-4o-mini", unset = "seed")
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss extends Inherited {}
//! 11:61 error: [GZ4015] unset names "seed", which "Unset" does not set. Remove it: there is nothing to undo.
//! 11:69 error: [GZ4015] unset names "system", which "Unset" does not set. Remove it: there is nothing to undo.
//! 11:79 error: [GZ4015] unset names "extra", which "Unset" does not set. Remove it: there is nothing to undo.
//! 16:84 error: [GZ4015] unset names "seed", which "Inherited" does not set. Remove it: there is nothing to undo.
