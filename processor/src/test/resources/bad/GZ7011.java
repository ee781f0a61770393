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
//! 11:68 error: [GZ7011] toolChoice is "wether", and no tool of the prompt has that name. Did you mean "weather"?
//!     choices: auto, none, required, weather
//! 14:68 error: [GZ7011] toolChoice is "", and no tool of the prompt has that name.
//!     choices: auto, none, required, weather
//! 17:68 error: [GZ7011] toolChoice is "any", and no tool of the prompt has that name.
//!     choices: auto, none, required, weather
