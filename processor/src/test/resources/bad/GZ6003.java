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
  @GatewayzPrompt(resource = "templates/hiaku.mustache")
  String write();

  @GatewayzPrompt("{{> templates/nothing}}")
  String partial();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{> templates/haiku}}")
  String write(String topic);
}
//! 13:30 error: [GZ6003] There is no template file "templates/hiaku.mustache".
//!     looked for templates/hiaku.mustache in:
//!       -Agatewayz.templates, which is not set
//!       the class output
//!       the source path
//!       src/main/resources above the class output
//!       the class path
//! 16:19 error: [GZ6003] There is no template file "templates/nothing.mustache".
//!     template 1:1 | {{> templates/nothing}}
//!                  | ^^^^^^^^^^^^^^^^^^^^^^^
//!     looked for templates/nothing.mustache in:
//!       -Agatewayz.templates, which is not set
//!       the class output
//!       the source path
//!       src/main/resources above the class output
//!       the class path
