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
  private interface Haikus {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
  }

  @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
  interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
  }
}
//! 13:11 error: [GZ1003] "Outer.Haikus" is private, so the client generated beside it cannot see it. Remove "private".
