package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.annotation.DeadlineMillis;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = Double.NaN)
interface Haikus {
  @GatewayzPrompt(value = "Write.", temperature = 9, topP = 1.5, maxTokens = 0,
      frequencyPenalty = -3, presencePenalty = 2.01, n = 0)
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Late {
  @DeadlineMillis(acquire = 0, firstToken = -1, idle = 1, total = 2_000_000_000)
  @GatewayzPrompt("Write.")
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", temperature = 2, topP = 1, maxTokens = 1,
      frequencyPenalty = -2, presencePenalty = 2, n = 1)
  String write();
}
//! 12:76 error: [GZ4005] temperature is NaN, and must be between 0 and 2.
//! 14:51 error: [GZ4005] temperature is 9, and must be between 0 and 2.
//! 14:61 error: [GZ4005] topP is 1.5, and must be between 0 and 1.
//! 14:78 error: [GZ4005] maxTokens is 0, and must be at least 1.
//! 15:26 error: [GZ4005] frequencyPenalty is -3, and must be between -2 and 2.
//! 15:48 error: [GZ4005] presencePenalty is 2.01, and must be between -2 and 2.
//! 15:58 error: [GZ4005] n is 0, and must be at least 1.
//! 21:29 error: [GZ4005] acquire is 0, and must be at least 1.
//! 21:45 error: [GZ4005] firstToken is -1, and must be at least 1.
