package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(
    model = "gatewayz/openai/gpt-4o-mini",
    extra = @Extra(name = "temperature", json = "1"))
interface OfInterface {
  @GatewayzPrompt(
      value = "Write.",
      extra = {
        @Extra(name = "model", json = "\"x\""),
        @Extra(name = "stream", json = "true"),
        @Extra(name = "response_format", json = "{}"),
        @Extra(name = "messages", json = "[]"),
        @Extra(name = "tool_choice", json = "\"none\""),
        @Extra(name = "reasoning_effort", json = "\"low\"")
      })
  String write();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = " ", json = "1"))
  String blank();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(
      value = "Write.",
      extra = {@Extra(name = "Temperature", json = "1"), @Extra(name = "streams", json = "1")})
  String write();
}
