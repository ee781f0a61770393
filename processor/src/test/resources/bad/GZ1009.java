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
  @GatewayzPrompt("Write a haiku.")
  String toString();

  @GatewayzPrompt("Write a haiku.")
  String finalize();

  @GatewayzPrompt("Write a number.")
  int clone();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String toString(String topic);

  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String finalize(String topic);

  @GatewayzPrompt("Write a haiku.")
  String clone();
}
//! 14:10 error: [GZ1009] "toString" is a method of every object and cannot be a prompt. Rename the prompt.
//! 17:10 error: [GZ1009] "finalize" is a method of every object and cannot be a prompt. Rename the prompt.
//! 20:7 error: [GZ1009] "clone" is a method of every object and cannot be a prompt. Rename the prompt.
