package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Choices {
  @GatewayzPrompt(value = "Plan.", tools = Sky.class, toolChoice = "wether")
  String misspelt();

  @GatewayzPrompt(value = "Plan.", tools = Sky.class, toolChoice = "")
  String empty();

  @GatewayzPrompt(value = "Plan.", tools = Sky.class, toolChoice = "any")
  String any();
}

class Sky {
  @GatewayzTool("The weather of a city.")
  String weather(String city) {
    return city;
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Plan.", tools = Sky.class, toolChoice = "weather")
  String named();

  @GatewayzPrompt(value = "Plan.", tools = Sky.class, toolChoice = "required")
  String required();
}
