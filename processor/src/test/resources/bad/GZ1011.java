package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("GZ1014")
interface Short {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@SuppressWarnings("gatewayz:GZ1014")
interface Long {
  @GatewayzPrompt("Write an epic about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Haikus extends Short, Long {}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss extends Short, Long {
  @Override
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 24:1 error: [GZ1011] "Haikus" inherits two prompts for "write", from "Short" and from "Long". Declare "write" in "Haikus" with the one you mean.
