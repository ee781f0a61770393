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
  @GatewayzPrompt("{{#lines}}{{.}}{{/lines}}")
  String stream(Stream<String> lines);

  @GatewayzPrompt("{{^counts}}none{{/counts}}")
  String map(Map<Integer, String> counts);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{#counts}}{{x}}{{/counts}}{{^counts}}none{{/counts}}")
  String write(Map<String, String> counts);
}
//! 13:19 error: [GZ2013] {{#lines}} cannot open a section: "lines" is Stream<String>. Pass a List.
//!     template 1:1 | {{#lines}}{{.}}{{/lines}}
//!                  | ^^^^^^^^^^
//! 16:19 error: [GZ2013] {{^counts}} cannot open a section: "counts" is Map<Integer, String>. Go through it with {{#counts.entrySet}}.
//!     template 1:1 | {{^counts}}none{{/counts}}
//!                  | ^^^^^^^^^^^
