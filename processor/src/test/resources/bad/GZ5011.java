package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Whole {
  @GatewayzPrompt(value = "Write.", acceptTruncated = true)
  Completion<String> completion();

  @GatewayzPrompt(value = "Write.", acceptTruncated = true)
  List<Integer> numbers();

  @GatewayzPrompt(value = "Write.", acceptTruncated = true)
  AnswerStream<ChatChunk> chunks();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", acceptTruncated = true)
interface NearMiss {
  @GatewayzPrompt(value = "Write.", acceptTruncated = true)
  CompletableFuture<String> text();

  @GatewayzPrompt(value = "Write.", acceptTruncated = true)
  AnswerStream<String> stream();

  @GatewayzPrompt(value = "Write.", acceptTruncated = false)
  Completion<String> completion();

  @GatewayzPrompt("Write.")
  List<Integer> numbers();
}
//! 11:55 error: [GZ5011] acceptTruncated has no effect on a prompt that returns Completion<String>, which is read whole or says how it ended. Remove it, or return String.
//! 14:55 error: [GZ5011] acceptTruncated has no effect on a prompt that returns List<Integer>, which is read whole or says how it ended. Remove it, or return String.
//! 17:55 error: [GZ5011] acceptTruncated has no effect on a prompt that returns AnswerStream<ChatChunk>, which is read whole or says how it ended. Remove it, or return String.
