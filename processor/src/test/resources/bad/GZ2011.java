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
  @GatewayzPrompt("{{person}}")
  String record(Person person);

  @GatewayzPrompt("{{lines}}")
  String list(List<String> lines);

  @GatewayzPrompt("{{lines}}")
  String array(String[] lines);

  @GatewayzPrompt("{{tags}}")
  String map(Map<String, String> tags);

  @GatewayzPrompt("{{counts}}")
  String oddMap(Map<Integer, String> counts);

  @GatewayzPrompt("{{anything}}")
  String object(Object anything);

  @GatewayzPrompt("{{lines}}")
  String stream(Stream<String> lines);

  record Person(String name) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{person.name}} {{#lines}}{{.}}{{/lines}} {{date}} {{sb}} {{mood}} {{#counts.entrySet}}{{key}}: {{value}}{{/counts.entrySet}}")
  String record(Person person, String[] lines, java.time.LocalDate date, StringBuilder sb, Mood mood, Map<Integer, String> counts);

  record Person(String name) {}

  enum Mood { GOOD }
}
//! 13:19 error: [GZ2011] {{person}} is Person, which has no text of its own. Name a property, as in {{person.name}}.
//!     template 1:1 | {{person}}
//!                  | ^^^^^^^^^^
//! 16:19 error: [GZ2011] {{lines}} is List<String>, which has no text of its own. Write {{#lines}}{{.}}{{/lines}} for each element.
//!     template 1:1 | {{lines}}
//!                  | ^^^^^^^^^
//! 19:19 error: [GZ2011] {{lines}} is String[], which has no text of its own. Write {{#lines}}{{.}}{{/lines}} for each element.
//!     template 1:1 | {{lines}}
//!                  | ^^^^^^^^^
//! 22:19 error: [GZ2011] {{tags}} is Map<String, String>, which has no text of its own. Name a key, as in {{tags.key}}, or go through its entrySet.
//!     template 1:1 | {{tags}}
//!                  | ^^^^^^^^
//! 25:19 error: [GZ2011] {{counts}} is Map<Integer, String>, which has no text of its own. Go through it with {{#counts.entrySet}}.
//!     template 1:1 | {{counts}}
//!                  | ^^^^^^^^^^
//! 28:19 error: [GZ2011] {{anything}} is Object, which has no text of its own. Pass a String.
//!     template 1:1 | {{anything}}
//!                  | ^^^^^^^^^^^^
//! 31:19 error: [GZ2011] {{lines}} is Stream<String>, which has no text of its own. Pass what comes out of it, as a String or a List.
//!     template 1:1 | {{lines}}
//!                  | ^^^^^^^^^
