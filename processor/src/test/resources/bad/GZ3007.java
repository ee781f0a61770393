package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.nio.file.Path;
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

  @GatewayzPrompt("{{tree}}")
  String tree(@Json Tree tree);

  @GatewayzPrompt("{{secret}}")
  String text(@Json Secret secret);

  @GatewayzPrompt("{{stores}}")
  String constants(@Json Map<TimeUnit, Secret> stores);

  @GatewayzPrompt("{{source}}")
  String union(@Json Source source);

  sealed interface Source {}

  record Lines(Stream<String> lines) implements Source {}

  interface Tree extends Iterable<Tree> {}

  class Secret {
    @Override
    public String toString() {
      return "";
    }
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{person}} {{bean}} {{path}} {{bytes}} {{move}}")
  String write(
      @Json Person person, @Json Bean bean, @Json Path path, @Json byte[] bytes, @Json Move move);

  sealed interface Move {}

  record Go(Path to) implements Move {}

  record Stay() implements Move {}

  record Person(String name, Map<String, List<Integer>> counts) {}

  class Bean {
    public String getName() {
      return "";
    }

    @Override
    public String toString() {
      return "";
    }
  }
}
//! 14:19 error: [GZ3007] {{thing}} cannot be written as JSON: it is Object. Pass the type you mean.
//!     template 1:1 | {{thing}}
//!                  | ^^^^^^^^^
//! 17:19 error: [GZ3007] {{person}} cannot be written as JSON: it is Person, which holds Stream<String>. Pass what comes out of it, as a value or a List.
//!     template 1:1 | {{person}}
//!                  | ^^^^^^^^^^
//! 20:19 error: [GZ3007] {{counts}} cannot be written as JSON: it is Map<Integer, String>. Pass a Map whose keys are of type String.
//!     template 1:1 | {{counts}}
//!                  | ^^^^^^^^^^
//! 25:19 error: [GZ3007] {{tree}} cannot be written as JSON: it is Tree. Pass a List, or its text, as in x.toString().
//!     template 1:1 | {{tree}}
//!                  | ^^^^^^^^
//! 28:19 error: [GZ3007] {{secret}} cannot be written as JSON: it is Secret. Pass x.toString(), or give it getters: its own text is not JSON.
//!     template 1:1 | {{secret}}
//!                  | ^^^^^^^^^^
//! 31:19 error: [GZ3007] {{stores}} cannot be written as JSON: it is Map<TimeUnit, Secret>. Pass a Map whose keys are of type String.
//!     template 1:1 | {{stores}}
//!                  | ^^^^^^^^^^
//! 34:19 error: [GZ3007] {{source}} cannot be written as JSON: it is Source, which holds Stream<String>. Pass what comes out of it, as a value or a List.
//!     template 1:1 | {{source}}
//!                  | ^^^^^^^^^^
