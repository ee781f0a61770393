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
  @GatewayzPrompt(value = "Ask.", maxToolRounds = 3)
  String ask();

  @GatewayzPrompt(value = "Ask.", tools = Clock.class, maxToolRounds = 0)
  String never();
}

class Clock {
  @GatewayzTool("The time.")
  String time() {
    return "";
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = Clock.class, maxToolRounds = 100)
  String ask();
}
//! 13:51 error: [GZ7008] maxToolRounds has no effect without tools. Remove it, or name tools.
//! 16:72 error: [GZ4005] maxToolRounds is 0, and must be between 1 and 100.
