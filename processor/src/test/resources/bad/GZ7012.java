package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Toolless {
  @GatewayzPrompt(value = "Plan.", toolChoice = "auto")
  String plan();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Plan.", tools = Sky.class, toolChoice = "none")
  String plan();
}

class Sky {
  @GatewayzTool("The weather of a city.")
  String weather(String city) {
    return city;
  }
}
//! 11:49 error: [GZ7012] toolChoice has no effect without tools. Remove it, or name tools.
