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
  @GatewayzPrompt(value = "Ask.", tools = Odd.class)
  String ask();
}

class Odd {
  @GatewayzTool("Generic.")
  <T> void generic(T it) {}

  @GatewayzTool("Hidden.")
  private void hidden() {}

  @GatewayzTool("Throws.")
  void throwing() throws Throwable {}
}

class Even {
  @GatewayzTool("Throws.")
  void throwing() throws Exception {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = Even.class)
  String ask();
}
//! 19:12 error: [GZ7003] "generic" cannot be a tool: it declares a type parameter, and a tool needs concrete types.
//! 22:16 error: [GZ7003] "hidden" cannot be a tool: the generated client "GatewayzAsker" does not see it.
//! 25:8 error: [GZ7003] "throwing" cannot be a tool: it throws Throwable, and a tool throws exceptions.
