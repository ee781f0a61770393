package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt(value = "Write.", repair = 2)
  String text();

  @GatewayzPrompt(value = "Write.", strict = false)
  CompletableFuture<String> future();

  @GatewayzPrompt(value = "Write.", repair = 1)
  Flow.Publisher<Brief> briefs();

  @GatewayzPrompt(value = "Write.", repair = 6)
  Brief often();

  @GatewayzPrompt(value = "Write.", schema = SchemaForm.PROMPT)
  Flow.Publisher<String> pieces();

  @Size(max = 5)
  @GatewayzPrompt("Write.")
  String sized();

  record Brief(String title) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", schema = SchemaForm.PROMPT)
interface NearMiss {
  @GatewayzPrompt("Write.")
  String text();

  @GatewayzPrompt(value = "Write.", schema = SchemaForm.JSON_OBJECT)
  Flow.Publisher<Brief> objects();

  @GatewayzPrompt(value = "Write.", strict = false)
  Flow.Publisher<Brief> briefs();

  record Brief(String title) {}
}
//! 28:10 error: [GZ5010] @Size has no effect on a prompt that returns String. Remove it, or return a record, an enum or a List in one piece.
//! 11:46 error: [GZ5010] repair has no effect on a prompt that returns String. Remove it, or return a record, an enum or a List in one piece.
//! 14:46 error: [GZ5010] strict has no effect on a prompt that returns CompletableFuture<String>. Remove it, or return a record, an enum or a List in one piece.
//! 17:46 error: [GZ5010] repair has no effect on a prompt that returns Flow.Publisher<Analyst.Brief>. Remove it, or return a record, an enum or a List in one piece.
//! 20:46 error: [GZ4005] repair is 6, and must be between 0 and 5.
//! 23:56 error: [GZ5010] schema has no effect on a prompt that returns Flow.Publisher<String>. Remove it, or return a record, an enum or a List in one piece.
