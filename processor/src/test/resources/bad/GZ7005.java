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
  @GatewayzPrompt(value = "Ask.", tools = {Here.class, There.class})
  String ask();

  @GatewayzPrompt(value = "Ask.", tools = Twice.class)
  String overloaded();
}

class Here {
  @GatewayzTool("Goes here.")
  void go() {}
}

class There {
  @GatewayzTool("Goes there.")
  void go() {}
}

class Twice {
  @GatewayzTool("Goes.")
  void go() {}

  @GatewayzTool("Goes there.")
  void go(String there) {}
}

class Elsewhere {
  @GatewayzTool(value = "Goes.", name = "go-elsewhere")
  void go() {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = {Here.class, Elsewhere.class})
  String ask();
}
//! 13:43 error: [GZ7005] "ask" has two tools that the model would call "go". Rename one, with @GatewayzTool(name = "...").
//! 16:48 error: [GZ7005] "overloaded" has two tools that the model would call "go". Rename one, with @GatewayzTool(name = "...").
