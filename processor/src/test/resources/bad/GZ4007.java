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
  @GatewayzPrompt(value = "Write.", stop = {"a", ""}, user = " ")
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", stop = "\n", user = "u")
  String write();
}
//! 13:50 error: [GZ4007] A stop sequence is empty. Write a text, or leave it out.
//! 13:62 error: [GZ4007] user is blank. Write a text, or leave it out.
