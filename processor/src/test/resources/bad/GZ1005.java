package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
sealed interface Haikus permits Stub {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

non-sealed interface Stub extends Haikus {}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
sealed interface NearMiss permits GatewayzNearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 12:8 error: [GZ1005] "Haikus" is sealed and does not permit its generated client. Remove "sealed", or permit "GatewayzHaikus".
