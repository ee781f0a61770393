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
  String options(CallOptions options);

  @GatewayzPrompt("{{#said}}{{.}}{{/said}}")
  String history(List<Message> said);

  @GatewayzPrompt("See {{image}}")
  String image(Image image);

  @GatewayzPrompt("Write.")
  String optional(Optional<CallOptions> options);

  @GatewayzPrompt("Write.")
  String images(Optional<List<Image>> images, Map<String, Image> named);

  @GatewayzPrompt("Write.")
  String message(Message message);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write {{options}} {{said}}.")
  String write(String options, String said, CallOptions others);
}
//! 13:19 error: [GZ3002] "options" is CallOptions, which is no text. It is passed on by itself: remove {{options}}.
//!     template 1:7 | Write {{options}}.
//!                  |       ^^^^^^^^^^^
//! 16:19 error: [GZ3002] "said" is List<Message>, which is no text. It is passed on by itself: remove {{#said}}.
//!     template 1:1 | {{#said}}{{.}}{{/said}}
//!                  | ^^^^^^^^^
//! 19:19 error: [GZ3002] "image" is Image, which is no text. It is passed on by itself: remove {{image}}.
//!     template 1:5 | See {{image}}
//!                  |     ^^^^^^^^^
//! 23:41 error: [GZ3002] "options" is Optional<CallOptions>, which is no text. Declare it as CallOptions, with @Nullable if there may be none.
//! 26:39 error: [GZ3002] "images" is Optional<List<Image>>, which is no text. Declare it as Image, or as List<Image>.
//! 26:66 error: [GZ3002] "named" is Map<String, Image>, which is no text. Declare it as Image, or as List<Image>.
//! 29:26 error: [GZ3002] "message" is Message, which is no text. Declare it as List<Message>.
