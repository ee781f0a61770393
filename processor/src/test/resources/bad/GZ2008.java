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
  @GatewayzPrompt("Rhyme.{{/rhyme}}")
  String write(boolean rhyme);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{^rhyme}}Do not rhyme.{{/rhyme}}")
  String write(boolean rhyme);
}
//! 13:19 error: [GZ2008] {{/rhyme}} closes nothing: no section is open here. Open it with {{#rhyme}}, or remove the tag.
//!     template 1:7 | Rhyme.{{/rhyme}}
//!                  |       ^^^^^^^^^^
