package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Twice {
  @GatewayzPrompt(
      value = "Write.",
      extra = {@Extra(name = "top_k", json = "1"), @Extra(name = "top_k", json = "2")})
  String write();
}

@GatewayzClient(
    model = "gatewayz/openai/gpt-4o-mini",
    extra = @Extra(name = "top_k", json = "1"))
interface NearMiss {
  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "top_k", json = "2"))
  String write();
}
//! 13:66 error: [GZ4013] The extra member "top_k" is set twice. Remove one.
