package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NotJson {
  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = "low"))
  String bare();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = ""))
  String empty();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = "{\"b\": 1,}"))
  String comma();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = "1 2"))
  String two();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = "01"))
  String zero();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = "[1"))
  String open();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = "\"\\x\""))
  String escape();

  @GatewayzPrompt(value = "Write.", extra = @Extra(name = "a", json = "1,\"model\":2"))
  String smuggled();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(
      value = "Write.",
      extra = {
        @Extra(name = "a", json = " [ ] "),
        @Extra(name = "b", json = "{}"),
        @Extra(name = "c", json = "-0.5E+3"),
        @Extra(name = "d", json = "\"\\u00e9 \\\" }\""),
        @Extra(name = "e", json = "null")
      })
  String write();
}
//! 11:71 error: [GZ4012] The value of the extra member "a" is not JSON: low
//! 14:71 error: [GZ4012] The value of the extra member "a" is not JSON:
//! 17:71 error: [GZ4012] The value of the extra member "a" is not JSON: {"b": 1,}
//! 20:71 error: [GZ4012] The value of the extra member "a" is not JSON: 1 2
//! 23:71 error: [GZ4012] The value of the extra member "a" is not JSON: 01
//! 26:71 error: [GZ4012] The value of the extra member "a" is not JSON: [1
//! 29:71 error: [GZ4012] The value of the extra member "a" is not JSON: "\x"
//! 32:71 error: [GZ4012] The value of the extra member "a" is not JSON: 1,"model":2
