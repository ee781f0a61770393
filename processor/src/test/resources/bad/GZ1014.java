package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

interface Base {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@SuppressWarnings("GZ1014")
interface Quiet {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

interface NearMiss {
  @GatewayzPrompt(value = "Write a haiku about {{topic}}.", model = "gatewayz/openai/gpt-4o-mini")
  String write(String topic);
}
//! 11:1 warning: [GZ1014] No client is generated for "Base", because its prompt "write" has no model. Add @GatewayzClient(model = "gatewayz/...") to have one, or @SuppressWarnings("GZ1014") if other interfaces extend this one.
