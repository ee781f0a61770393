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
  @GatewayzPrompt("For {{name}}")
  String variable(@Nullable String name);

  @GatewayzPrompt("{{person.city}} {{#person.city}}ok{{/person.city}}")
  String property(Person person);

  @GatewayzPrompt("{{person.city}}")
  String owner(@Nullable Person person);

  @GatewayzPrompt("{{#names}}{{.}}{{/names}}")
  String element(List<@Nullable String> names);

  record Person(@Nullable String city) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{#name}}For {{name}}{{.}}{{/name}}{{#person.city}}{{person.city}}{{/person.city}}{{#names}}{{#.}}{{.}}{{/.}}{{/names}} {{tags.x}} {{maybe}}")
  String variable(@Nullable String name, Person person, List<@Nullable String> names, Map<String, String> tags, Optional<String> maybe);

  record Person(@Nullable String city) {}
}
//! 13:19 error: [GZ2012] "name" may be null here. Put {{name}} inside {{#name}}...{{/name}}, or remove @Nullable.
//!     template 1:5 | For {{name}}
//!                  |     ^^^^^^^^
//! 16:19 error: [GZ2012] "person.city" may be null here. Put {{person.city}} inside {{#person.city}}...{{/person.city}}, or remove @Nullable.
//!     template 1:1 | {{person.city}} {{#person.city}}ok{{/person.city}}
//!                  | ^^^^^^^^^^^^^^^
//! 19:19 error: [GZ2012] "person" may be null here. Put {{person.city}} inside {{#person}}...{{/person}}, or remove @Nullable.
//!     template 1:1 | {{person.city}}
//!                  | ^^^^^^^^^^^^^^^
//! 22:19 error: [GZ2012] "." may be null here. Put {{.}} inside {{#.}}...{{/.}}, or remove @Nullable.
//!     template 1:11 | {{#names}}{{.}}{{/names}}
//!                   |           ^^^^^
