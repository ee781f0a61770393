package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

class GatewayzHaikus {}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Haikus {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

class GatewayzPoems {}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 14:1 error: [GZ1012] The client of "Haikus" would be named "GatewayzHaikus", and there is such a class already. Rename one of the two.
