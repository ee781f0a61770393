package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "openai/gpt-4o-mini")
interface Haikus {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(model = "gatewyz/openai/gpt-4o-mini")
interface Poems {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Epics {
  @GatewayzPrompt(value = "Write about {{topic}}.", model = "Gatewayz/openai/gpt-4o-mini")
  String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 11:25 error: [GZ4002] The model "openai/gpt-4o-mini" lacks its prefix. Write "gatewayz/openai/gpt-4o-mini".
//! 17:25 error: [GZ4002] The model "gatewyz/openai/gpt-4o-mini" lacks its prefix. Write "gatewayz/openai/gpt-4o-mini".
//! 25:61 error: [GZ4002] The model "Gatewayz/openai/gpt-4o-mini" lacks its prefix. Write "gatewayz/openai/gpt-4o-mini".
