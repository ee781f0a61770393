package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Asker {
  @GatewayzPrompt(value = "Ask.", tools = int.class)
  String number();

  @GatewayzPrompt(value = "Ask.", tools = String[].class)
  String array();

  @GatewayzPrompt(value = "Ask.", tools = Box.class)
  String generic();
}

class Box<T> {
  @GatewayzTool("Puts it in.")
  void put(T it) {}
}

class TextBox extends Box<String> {}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = TextBox.class)
  String ask();
}
//! 13:46 error: [GZ7002] "int" cannot have tools. Name a class or an interface.
//! 16:51 error: [GZ7002] "String[]" cannot have tools. Name a class or an interface.
//! 19:46 error: [GZ7002] "Box" cannot have tools. It has type parameters; name a type that extends it with the types you mean.
