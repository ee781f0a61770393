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
  @GatewayzPrompt("For {{person.nmae}}")
  String record(Person person);

  @GatewayzPrompt("{{text.words}} {{count.digits}}")
  String none(String text, int count);

  @GatewayzPrompt("{{person.city.mayor}}")
  String nested(Person person);

  record Person(String name, Optional<City> city) {}

  record City(String name) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("For {{person.name}} of {{person.city.name}}, {{tags.size}} tags")
  String record(Person person, List<String> tags);

  record Person(String name, Optional<City> city) {}

  record City(String name) {}
}
//! 13:19 error: [GZ2002] "person" is Person, which has no property "nmae". Did you mean "name"?
//!     template 1:5 | For {{person.nmae}}
//!                  |     ^^^^^^^^^^^^^^^
//!     properties of Person: name, city
//! 16:19 error: [GZ2002] "text" is String, which has no property "words".
//!     template 1:1 | {{text.words}} {{count.digits}}
//!                  | ^^^^^^^^^^^^^^
//!     properties of String: empty, bytes, blank, length, toLowerCase, toUpperCase, trim, strip, ...
//! 16:19 error: [GZ2002] "count" is int, which has no property "digits".
//!     template 1:16 | {{text.words}} {{count.digits}}
//!                   |                ^^^^^^^^^^^^^^^^
//! 19:19 error: [GZ2002] "person.city" is City, which has no property "mayor".
//!     template 1:1 | {{person.city.mayor}}
//!                  | ^^^^^^^^^^^^^^^^^^^^^
//!     properties of City: name
