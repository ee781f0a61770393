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
  @GatewayzPrompt(value = "Ask.", tools = Silent.class)
  String ask();
}

class Silent {
  @GatewayzTool
  void silent() {}

  @GatewayzTool(" ")
  void blank() {}

  /** @return nothing */
  @GatewayzTool
  int taglet() {
    return 0;
  }
}

class Documented {
  /** Says something. */
  @GatewayzTool
  void says() {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = Documented.class)
  String ask();
}
//! 19:8 error: [GZ7006] The tool "silent" has no description, so the model cannot know when to use it. Write it in @GatewayzTool; Javadoc does only where both are compiled together.
//! 22:8 error: [GZ7006] The tool "blank" has no description, so the model cannot know when to use it. Write it in @GatewayzTool; Javadoc does only where both are compiled together.
//! 26:7 error: [GZ7006] The tool "taglet" has no description, so the model cannot know when to use it. Write it in @GatewayzTool; Javadoc does only where both are compiled together.
