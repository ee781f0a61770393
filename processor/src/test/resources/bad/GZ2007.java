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
  @GatewayzPrompt("{{#rhyme}}Rhyme.{{/rhime}}")
  String typo(boolean rhyme);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{# rhyme }}Rhyme.{{/rhyme}}")
  String write(boolean rhyme);
}
//! 13:19 error: [GZ2007] {{/rhime}} closes nothing: the open section is {{#rhyme}}. Write {{/rhyme}}.
//!     template 1:17 | {{#rhyme}}Rhyme.{{/rhime}}
//!                   |                 ^^^^^^^^^^
