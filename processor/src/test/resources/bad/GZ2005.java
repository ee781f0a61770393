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
  @GatewayzPrompt("Write a haiku about {{topic")
  String end(String topic);

  @GatewayzPrompt("{{topic and {{language}}")
  String middle(String topic, String language);

  @GatewayzPrompt("{{{topic}} ends")
  String triple(String topic);

  @GatewayzPrompt("{{! never")
  String comment();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{{topic}}} {{! {{ }} {{&topic}}")
  String write(String topic);
}
//! 13:19 error: [GZ2005] The tag {{topic is never closed. Close it with }}.
//!     template 1:21 | Write a haiku about {{topic
//!                   |                     ^^^^^^^
//! 16:19 error: [GZ2005] The tag {{topic and is never closed. Close it with }}.
//!     template 1:1 | {{topic and {{language}}
//!                  | ^^^^^^^^^^^^
//! 19:19 error: [GZ2005] The tag {{{topic}} ends is never closed. Close it with }}}.
//!     template 1:1 | {{{topic}} ends
//!                  | ^^^^^^^^^^^^^^^
//! 22:19 error: [GZ2005] The tag {{! never is never closed. Close it with }}.
//!     template 1:1 | {{! never
//!                  | ^^^^^^^^^
