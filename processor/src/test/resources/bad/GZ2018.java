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
  @GatewayzPrompt("{{topic}}")
  String write(@Var("the topic") String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{the-topic}}")
  String write(@Var("the-topic") String topic);
}
//! 14:21 error: [GZ2018] "the topic" is no name for a template. Use letters, digits, "_" and "-".
