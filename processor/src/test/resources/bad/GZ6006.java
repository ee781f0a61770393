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
  @GatewayzPrompt("{{> templates/endless}}")
  String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{> templates/tree}}")
  String write(String name, List<Node> children);

  record Node(String name, List<Node> children) {}
}
//! 13:19 error: [GZ6006] {{> endless}} includes itself without end. Put it inside a section that ends some day.
//!     templates/endless.mustache 1:11 | {{topic}} {{> endless}}
//!                                     |           ^^^^^^^^^^^^^
