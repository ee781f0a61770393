package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 1)
interface Unset {
  @GatewayzPrompt(value = "Write.", unset = {"temprature", "model", "top_p", "n", ""})
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 1, topP = 1)
interface NearMiss {
  @GatewayzPrompt(value = "Write.", unset = {"temperature", "topP"})
  String write();
}
