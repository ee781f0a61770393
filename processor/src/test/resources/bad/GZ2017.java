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
  String write(@Var("topic") String a, @Var("topic") String b);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{topic}}{{Topic}}")
  String write(@Var("topic") String a, @Var("Topic") String b);
}
//! 14:45 error: [GZ2017] Two parameters are named "topic". Rename one.
