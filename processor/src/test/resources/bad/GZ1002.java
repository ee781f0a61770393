package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

abstract class Haikus {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  abstract String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 13:19 error: [GZ1002] "write" is a method of the class "Haikus", and @GatewayzPrompt needs a method of an interface. Move it to one.
