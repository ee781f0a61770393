package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
abstract class Haikus {
  abstract String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
record Poems(String topic) {}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
enum Rhymes { PURE }

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 11:1 error: [GZ1001] "Haikus" is a class, and @GatewayzClient needs an interface. Move the prompts to one.
//! 16:1 error: [GZ1001] "Poems" is a record, and @GatewayzClient needs an interface. Move the prompts to one.
//! 19:1 error: [GZ1001] "Rhymes" is an enum, and @GatewayzClient needs an interface. Move the prompts to one.
