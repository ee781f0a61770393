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
  @GatewayzPrompt("Write a haiku about {topic}.")
  String braces(String topic);

  @GatewayzPrompt("Write a haiku.")
  String nothing(String topic);

  @GatewayzPrompt("Write a haiku.")
  String known(@SuppressWarnings("GZ2003") String topic);

  @GatewayzPrompt("Write a haiku about {{topci}}.")
  String typo(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 14:24 error: [GZ2003] No template uses the parameter "topic", so it is never sent. Write {{topic}} instead of {topic}.
//! 17:25 error: [GZ2003] No template uses the parameter "topic", so it is never sent. Write {{topic}} where it belongs, or remove the parameter.
//! 22:19 error: [GZ2001] No parameter named "topci" for {{topci}}. Did you mean "topic"?
//!     template 1:21 | Write a haiku about {{topci}}.
//!                   |                     ^^^^^^^^^
//!     parameters: topic
