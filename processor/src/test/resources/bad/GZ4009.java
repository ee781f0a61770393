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
  @GatewayzPrompt(value = "Write.", n = 2)
  Completion<String> write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @SuppressWarnings("GZ4009")
  @GatewayzPrompt(value = "Write.", n = 2)
  Flow.Publisher<ChatChunk> write();
}
//! 13:41 warning: [GZ4009] n is 2: the gateway may bill for all answers and return the first only.
