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
  @GatewayzPrompt("{{thing}}")
  String object(@Json Object thing);

  @GatewayzPrompt("{{person}}")
  String inner(@Json Person person);

  @GatewayzPrompt("{{counts}}")
  String map(@Json Map<Integer, String> counts);

  record Person(String name, Stream<String> lines) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{person}} {{bean}}")
  String write(@Json Person person, @Json Bean bean);

  record Person(String name, Map<String, List<Integer>> counts) {}

  class Bean {
    public String getName() {
      return "";
    }
  }
}
//! 13:19 error: [GZ3007] {{thing}} cannot be written as JSON: it is Object.
//!     template 1:1 | {{thing}}
//!                  | ^^^^^^^^^
//! 16:19 error: [GZ3007] {{person}} cannot be written as JSON: it is Person, which holds Stream<String>.
//!     template 1:1 | {{person}}
//!                  | ^^^^^^^^^^
//! 19:19 error: [GZ3007] {{counts}} cannot be written as JSON: it is Map<Integer, String>.
//!     template 1:1 | {{counts}}
//!                  | ^^^^^^^^^^
