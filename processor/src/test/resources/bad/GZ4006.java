package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Haikus {
  @GatewayzPrompt(value = "Write.", stop = {"a", "b", "c", "d", "e"})
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", stop = {"a", "b", "c", "d"})
  String write();
}
//! 13:44 error: [GZ4006] stop has 5 sequences, and the gateway takes at most 4. Remove 1.
