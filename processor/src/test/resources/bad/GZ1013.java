package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

class Outer {
  @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
  interface Haikus {
  @GatewayzPrompt("Write a haiku about {{topic.name}}.")
  String write(Topic topic);
  }

  private record Topic(String name) {}

  record Subject(String name) {}

  @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
  interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic.name}}.")
  String write(Subject topic);
  }
}
//! 15:22 error: [GZ1013] The type "Outer.Topic" is not visible to the generated client "GatewayzOuter_Haikus". Make it public, or at least package-private in the same package.
