package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/")
interface Haikus {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(model = "")
interface Poems {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt 4o")
interface Epics {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
//! 11:25 error: [GZ4003] "gatewayz/" names no model. Write one as in "gatewayz/openai/gpt-4o-mini".
//! 17:25 error: [GZ4003] "" names no model. Write one as in "gatewayz/openai/gpt-4o-mini".
//! 23:25 error: [GZ4003] "gatewayz/openai/gpt 4o" names no model. Write one as in "gatewayz/openai/gpt-4o-mini".
