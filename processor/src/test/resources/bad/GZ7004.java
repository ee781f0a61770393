package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Asker {
  @GatewayzPrompt(value = "Ask.", tools = Named.class)
  String ask();
}

class Named {
  @GatewayzTool(value = "Spaces.", name = "get weather")
  void spaces() {}

  @GatewayzTool("Not ASCII.")
  void größe() {}
}

class WellNamed {
  @GatewayzTool(value = "Hyphen.", name = "get-weather_2")
  void größe() {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = WellNamed.class)
  String ask();
}
//! 19:8 error: [GZ7004] "get weather" is no name for a tool. Use letters, digits, "_" and "-", at most 64 of them.
//! 22:8 error: [GZ7004] "größe" is no name for a tool. Use letters, digits, "_" and "-", at most 64 of them.
