package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient
interface Haikus {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@GatewayzClient
interface NearMiss {
  @GatewayzPrompt(value = "Write a haiku about {{topic}}.", model = "gatewayz/openai/gpt-4o-mini")
  String write(String topic);
}
//! 13:3 error: [GZ4001] The prompt "write" has no model. Write @GatewayzPrompt(model = "gatewayz/..."), or @GatewayzClient(model = "gatewayz/...") for all prompts of "Haikus".
