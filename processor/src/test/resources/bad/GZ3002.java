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
  @GatewayzPrompt("Write {{options}}.")
  String write(CallOptions options);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write {{options}}.")
  String write(String options, CallOptions others);
}
//! 13:19 error: [GZ3002] "options" is CallOptions, which is no text. It is passed on by itself: remove {{options}}.
//!     template 1:7 | Write {{options}}.
//!                  |       ^^^^^^^^^^^
