package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.GatewayzTool;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.chat.ContentPart;

class Clock {
  @GatewayzTool("Tells the time.")
  String now() {
    return "noon";
  }
}

record Verdict(boolean good) {}

@GatewayzClient(model = "gatewayz/a/plain")
interface Plain {
  @GatewayzPrompt(value = "1", tools = Clock.class)
  String tools();

  @GatewayzPrompt("2")
  String picture(ContentPart picture);

  @GatewayzPrompt(value = "3", schema = SchemaForm.JSON_SCHEMA)
  Verdict schema();
}

@GatewayzClient(model = "gatewayz/a/plain")
interface NearMiss {
  @GatewayzPrompt("1")
  Verdict toldInWords();

  @GatewayzPrompt(value = "2", model = "gatewayz/a/able", tools = Clock.class)
  String tools();

  @GatewayzPrompt(value = "3", model = "gatewayz/a/able")
  String picture(ContentPart picture);

  @GatewayzPrompt(value = "4", model = "gatewayz/a/able", schema = SchemaForm.JSON_SCHEMA)
  Verdict schema();

  @GatewayzPrompt(value = "5", model = "gatewayz/a/silent", tools = Clock.class)
  String nothingIsKnown(ContentPart picture);
}
//! 20:45 warning: [GZ4020] The gateway's "gatewayz/a/plain" cannot call tools, and "tools" asks for that.
//! 24:30 warning: [GZ4020] The gateway's "gatewayz/a/plain" cannot read more than text, and "picture" asks for that.
//! 26:51 warning: [GZ4020] The gateway's "gatewayz/a/plain" cannot follow a JSON Schema, and "schema" asks for that.
