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
//! 11:27 error: [GZ4011] "temperature" is a member that the client writes itself. Write the attribute "temperature" instead.
//! 16:23 error: [GZ4011] "model" is a member that the client writes itself. Write the attribute "model" instead.
//! 17:23 error: [GZ4011] "stream" is a member that the client writes itself. Change the return type.
//! 18:23 error: [GZ4011] "response_format" is a member that the client writes itself. Change the return type.
//! 19:23 error: [GZ4011] "messages" is a member that the client writes itself. Write the attribute "value" instead.
//! 20:23 error: [GZ4011] "tool_choice" is a member that the client writes itself. Write the attribute "toolChoice" instead.
//! 21:23 error: [GZ4011] "reasoning_effort" is a member that the client writes itself. Write the attribute "reasoningEffort" instead.
//! 25:59 error: [GZ4007] The name of an extra is blank. Write a text, or leave it out.
