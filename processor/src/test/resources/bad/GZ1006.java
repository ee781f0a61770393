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
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);

  String count();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);

  default String count() {
    return "5-7-5";
  }

  static String name() {
    return "haiku";
  }

  @Override
  String toString();

  @Override
  boolean equals(Object other);
}
//! 16:10 error: [GZ1006] The abstract method "count" is no prompt, so nothing can implement it. Annotate it with @GatewayzPrompt, or give it a body with "default".
