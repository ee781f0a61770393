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
  @GatewayzPrompt(resource = "templates/latin1.mustache")
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(resource = "templates/mark.mustache")
  String write(String topic);
}
//! 13:30 error: [GZ6004] The template file "templates/latin1.mustache" cannot be read: byte 1 is not UTF-8.
