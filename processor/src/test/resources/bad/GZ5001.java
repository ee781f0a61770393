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
  @GatewayzPrompt("Write.")
  void nothing();

  @GatewayzPrompt("Write.")
  Future<String> future();

  @GatewayzPrompt("Write.")
  List<String> list();

  @GatewayzPrompt("Write.")
  CompletableFuture<Object> object();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  String text();

  @GatewayzPrompt("Write.")
  CompletionStage<Completion<String>> stage();

  @GatewayzPrompt("Write.")
  Stream<String> stream();
}
//! 14:8 error: [GZ5001] "void" is no type an answer can have. A prompt returns its answer. Return String, Completion<String>, CompletableFuture<String>, CompletableFuture<Completion<String>>, Flow.Publisher<String>, Flow.Publisher<ChatChunk> or Stream<String>.
//! 17:18 error: [GZ5001] "Future<String>" is no type an answer can have. Return CompletableFuture<String>.
//! 20:16 error: [GZ5001] "List<String>" is no type an answer can have. Return Stream<String> for the text as it arrives, or String for all of it.
//! 23:29 error: [GZ5001] "CompletableFuture<Object>" is no type an answer can have. Return String, Completion<String>, CompletableFuture<String>, CompletableFuture<Completion<String>>, Flow.Publisher<String>, Flow.Publisher<ChatChunk> or Stream<String>.
