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
  @GatewayzPrompt(resource = "/haiku.mustache")
  String root();

  @GatewayzPrompt(resource = "a/../haiku.mustache")
  String up();

  @GatewayzPrompt(resource = "")
  String empty();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(resource = "templates/haiku.mustache")
  String write(String topic);
}
//! 13:30 error: [GZ6005] "/haiku.mustache" is no path to a template file. Write it from the root of the resources, with "/" between folders and without "..".
//! 16:30 error: [GZ6005] "a/../haiku.mustache" is no path to a template file. Write it from the root of the resources, with "/" between folders and without "..".
//! 19:30 error: [GZ6005] "" is no path to a template file. Write it from the root of the resources, with "/" between folders and without "..".
