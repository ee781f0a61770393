package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface SameId {

  @GatewayzPrompt("Write about {{topic}}.")
  String write(String topic);

  @GatewayzPrompt("Write about {{year}}.")
  String write(int year);

  @GatewayzPrompt("Sum up {{text}}.")
  String sum(String text);

  @GatewayzPrompt(id = "sum", value = "Add up {{numbers}}.")
  String add(String numbers);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {

  @GatewayzPrompt("Write about {{topic}}.")
  String write(String topic);

  @GatewayzPrompt(id = "write-year", value = "Write about {{year}}.")
  String write(int year);

  @GatewayzPrompt(id = "Write", value = "Write about {{year}} and {{topic}}.")
  String write(int year, String topic);
}
//! 13:10 error: [GZ1018] "SameId" has another prompt with the id "write". Give this one an id of its own, as in @GatewayzPrompt(id = "...").
//! 18:24 error: [GZ1018] "SameId" has another prompt with the id "sum". Give this one an id of its own, as in @GatewayzPrompt(id = "...").
