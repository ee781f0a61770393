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
  @GatewayzPrompt("Write for {{person.name}}.{{^person}}For nobody.{{/person}}")
  String write(Person person);

  record Person(String name) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.{{^person}}For nobody.{{/person}}{{^name}}Anonymous.{{/name}}")
  String write(@Nullable Person person, String name);

  record Person(String name) {}
}
//! 13:19 warning: [GZ2014] {{^person}} is never rendered, because "person" is Person and always there. Remove the section, or make the value @Nullable or Optional.
//!     template 1:27 | Write for {{person.name}}.{{^person}}For nobody.{{/person}}
//!                   |                           ^^^^^^^^^^^
