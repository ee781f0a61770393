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
  @GatewayzPrompt("{{.}}")
  String write(String topic, String language);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{.}}")
  String write(String topic, CallOptions options);
}
//! 13:19 error: [GZ2015] {{.}} stands for the value of a section, and there is none around it. Name a parameter.
//!     template 1:1 | {{.}}
//!                  | ^^^^^
//!     parameters: topic, language
