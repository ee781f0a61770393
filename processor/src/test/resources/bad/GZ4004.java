package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/auto")
interface Haikus {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(model = "gatewayz/openrouter/auto")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 11:25 warning: [GZ4004] The model "gatewayz/auto" is a router, and the gateway answers 400 unless auto routing is switched on for your account. Name a model, as in "gatewayz/openai/gpt-4o-mini".
