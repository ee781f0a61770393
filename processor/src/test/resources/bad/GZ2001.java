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
  @GatewayzPrompt("Write a haiku about {{topci}}")
  String typo(String topic, String language);

  @GatewayzPrompt("{{topic}} in\n  {{tongue}}\n{{topic}}")
  String unlike(String topic);

  @GatewayzPrompt("{{name}} in {{city}}")
  String inside(Person person);

  @GatewayzPrompt("{{#lines}}{{lenght}}{{else}}{{this}}{{/lines}}")
  String scopes(List<Line> lines, int length);

  record Person(String name, String city) {}

  record Line(String text) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}} {{#lines}}{{text}}{{/lines}}")
  String write(String topic, List<Line> lines);

  record Line(String text) {}
}
//! 13:19 error: [GZ2001] No parameter named "topci" for {{topci}}. Did you mean "topic"?
//!     template 1:21 | Write a haiku about {{topci}}
//!                   |                     ^^^^^^^^^
//!     parameters: topic, language
//! 16:19 error: [GZ2001] No parameter named "tongue" for {{tongue}}.
//!     template 2:3 |   {{tongue}}
//!                  |   ^^^^^^^^^^
//!     parameters: topic
//! 19:19 error: [GZ2001] No parameter named "name" for {{name}}. Did you mean "person.name"?
//!     template 1:1 | {{name}} in {{city}}
//!                  | ^^^^^^^^
//!     parameters: person
//! 19:19 error: [GZ2001] No parameter named "city" for {{city}}. Did you mean "person.city"?
//!     template 1:13 | {{name}} in {{city}}
//!                   |             ^^^^^^^^
//!     parameters: person
//! 22:19 error: [GZ2001] No parameter or property named "lenght" for {{lenght}}. Did you mean "length"?
//!     template 1:11 | {{#lines}}{{lenght}}{{else}}{{this}}{{/lines}}
//!                   |           ^^^^^^^^^^
//!     names here: text, lines, length
//! 22:19 error: [GZ2001] No parameter or property named "else" for {{else}}. Close the section and open its opposite: {{/x}}{{^x}}...{{/x}}.
//!     template 1:21 | {{#lines}}{{lenght}}{{else}}{{this}}{{/lines}}
//!                   |                     ^^^^^^^^
//!     names here: text, lines, length
//! 22:19 error: [GZ2001] No parameter or property named "this" for {{this}}. Write {{.}}.
//!     template 1:29 | {{#lines}}{{lenght}}{{else}}{{this}}{{/lines}}
//!                   |                             ^^^^^^^^
//!     names here: text, lines, length
