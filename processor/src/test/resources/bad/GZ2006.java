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
  @GatewayzPrompt("{{#rhyme}}Rhyme.")
  String open(boolean rhyme);

  @GatewayzPrompt("{{#a}}{{#b}}x{{/a}}")
  String inner(boolean a, boolean b);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{#a}}{{#b}}x{{/b}}{{/a}}")
  String write(boolean a, boolean b);
}
//! 13:19 error: [GZ2006] The section {{#rhyme}} is never closed. Close it with {{/rhyme}}.
//!     template 1:1 | {{#rhyme}}Rhyme.
//!                  | ^^^^^^^^^^
//! 16:19 error: [GZ2006] The section {{#b}} is never closed. Close it with {{/b}}.
//!     template 1:7 | {{#a}}{{#b}}x{{/a}}
//!                  |       ^^^^^^
