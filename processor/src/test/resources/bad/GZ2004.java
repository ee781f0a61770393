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
  @GatewayzPrompt(" \n\t")
  String blank();

  @GatewayzPrompt(value = "Write.", system = " ")
  String system();

  @GatewayzPrompt("{{! to do }}\n{{=<% %>=}}")
  String comment();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{topic}}")
  String write(String topic);

  @GatewayzPrompt("{{! to do }}.")
  String dot();
}
//! 13:19 error: [GZ2004] The template is blank. Write what the model is to do.
//! 16:46 error: [GZ2004] The system template is blank. Write what the model is to do.
//! 19:19 error: [GZ2004] The template is blank. Write what the model is to do.
