package fixtures;

import dev.gatewayz.annotation.*;
import java.util.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Faulty {
  @GatewayzPrompt("{{topci}} {{#if topic}}{{inside}}{{/if}} {{topic")
  String tags(String topic);

  @GatewayzPrompt("{{#person}}{{nmae}} {{/persn}} {{topci}}{{person.nmae}}")
  String sections(Person person, String topic);

  @GatewayzPrompt("{{#person}}{{name}} {{topci}}")
  String open(Person person, String topic);

  @GatewayzPrompt(value = "{{person.nmae}} {{}}", system = "{{topci}}")
  String property(Person person, String topic);

  @GatewayzPrompt("{{name}} {{/person}}")
  String unopened(Person person);

  @GatewayzPrompt("{{=<%=}} <%name%>")
  String delimiters(Person person);

  record Person(String name) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{#person}}{{name}}{{/person}} {{topic}}")
  String sections(Person person, String topic);

  record Person(String name) {}
}
//! 8:19 error: [GZ2009] {{#if topic}} does not name a value. Write {{#topic}}...{{/topic}}.
//!     template 1:11 | {{topci}} {{#if topic}}{{inside}}{{/if}} {{topic
//!                   |           ^^^^^^^^^^^^^
//! 8:19 error: [GZ2005] The tag {{topic is never closed. Close it with }}.
//!     template 1:42 | {{topci}} {{#if topic}}{{inside}}{{/if}} {{topic
//!                   |                                          ^^^^^^^
//! 8:19 error: [GZ2001] No parameter named "topci" for {{topci}}. Did you mean "topic"?
//!     template 1:1 | {{topci}} {{#if topic}}{{inside}}{{/if}} {{topic
//!                  | ^^^^^^^^^
//!     parameters: topic
//! 11:19 error: [GZ2007] {{/persn}} closes nothing: the open section is {{#person}}. Write {{/person}}.
//!     template 1:21 | {{#person}}{{nmae}} {{/persn}} {{topci}}{{person.nmae}}
//!                   |                     ^^^^^^^^^^
//! 11:19 error: [GZ2001] No parameter or property named "nmae" for {{nmae}}. Did you mean "name"?
//!     template 1:12 | {{#person}}{{nmae}} {{/persn}} {{topci}}{{person.nmae}}
//!                   |            ^^^^^^^^
//!     names here: name, person, topic
//! 11:19 error: [GZ2001] No parameter named "topci" for {{topci}}. Did you mean "topic"?
//!     template 1:32 | {{#person}}{{nmae}} {{/persn}} {{topci}}{{person.nmae}}
//!                   |                                ^^^^^^^^^
//!     parameters: person, topic
//! 14:19 error: [GZ2006] The section {{#person}} is never closed. Close it with {{/person}}.
//!     template 1:1 | {{#person}}{{name}} {{topci}}
//!                  | ^^^^^^^^^^^
//! 14:19 error: [GZ2001] No parameter or property named "topci" for {{topci}}. Did you mean "topic"?
//!     template 1:21 | {{#person}}{{name}} {{topci}}
//!                   |                     ^^^^^^^^^
//!     names here: name, person, topic
//! 17:60 error: [GZ2001] No parameter named "topci" for {{topci}}. Did you mean "topic"?
//!     system 1:1 | {{topci}}
//!                | ^^^^^^^^^
//!     parameters: person, topic
//! 17:27 error: [GZ2009] {{}} does not name a value. Write a name between the delimiters.
//!     template 1:17 | {{person.nmae}} {{}}
//!                   |                 ^^^^
//! 17:27 error: [GZ2002] "person" is Person, which has no property "nmae". Did you mean "name"?
//!     template 1:1 | {{person.nmae}} {{}}
//!                  | ^^^^^^^^^^^^^^^
//!     properties of Person: name
//! 20:19 error: [GZ2008] {{/person}} closes nothing: no section is open here. Open it with {{#person}}, or remove the tag.
//!     template 1:10 | {{name}} {{/person}}
//!                   |          ^^^^^^^^^^^
//! 23:19 error: [GZ2010] {{=<%=}} does not set delimiters. Write two without spaces or "=", as in {{=<% %>=}}.
//!     template 1:1 | {{=<%=}} <%name%>
//!                  | ^^^^^^^^
