package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 1)
interface Unset {
  @GatewayzPrompt(value = "Write.", unset = {"temprature", "model", "top_p", "n", ""})
  String write();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 1, topP = 1)
interface NearMiss {
  @GatewayzPrompt(value = "Write.", unset = {"temperature", "topP"})
  String write();
}
//! 11:46 error: [GZ4014] unset names "temprature", which is no default that can be undone. Did you mean "temperature"?
//!     attributes: acceptTruncated, extra, fallbacks, frequencyPenalty, maxTokens, presencePenalty, reasoningEffort, schema, ...
//! 11:60 error: [GZ4014] unset names "model", which is no default that can be undone.
//!     attributes: acceptTruncated, extra, fallbacks, frequencyPenalty, maxTokens, presencePenalty, reasoningEffort, schema, ...
//! 11:69 error: [GZ4014] unset names "top_p", which is no default that can be undone. Did you mean "topP"?
//!     attributes: acceptTruncated, extra, fallbacks, frequencyPenalty, maxTokens, presencePenalty, reasoningEffort, schema, ...
//! 11:78 error: [GZ4014] unset names "n", which is no default that can be undone.
//!     attributes: acceptTruncated, extra, fallbacks, frequencyPenalty, maxTokens, presencePenalty, reasoningEffort, schema, ...
//! 11:83 error: [GZ4014] unset names "", which is no default that can be undone.
//!     attributes: acceptTruncated, extra, fallbacks, frequencyPenalty, maxTokens, presencePenalty, reasoningEffort, schema, ...
