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
  String write();

  @GatewayzPrompt(value = "Write.", n = 2)
  Flow.Publisher<String> stream();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", n = 1)
  String write();
}
//! 13:41 error: [GZ4008] n is 2, but "String" can hold one answer only. Return Completion<String>, or set n to 1.
//! 16:41 error: [GZ4008] n is 2, but "Flow.Publisher<String>" can hold one answer only. Return Completion<String>, or set n to 1.
