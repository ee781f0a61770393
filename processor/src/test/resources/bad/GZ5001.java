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
  Iterable<String> list();

  @GatewayzPrompt("Write.")
  Stream<Integer> numbers();

  @GatewayzPrompt("Write.")
  Completion<CompletableFuture<String>> insideOut();

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

  @GatewayzPrompt("Write.")
  List<String> list();
}
//! 14:8 error: [GZ5001] "void" is no type an answer can have. A prompt returns its answer. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture or Flow.Publisher of them.
//! 17:18 error: [GZ5001] "Future<String>" is no type an answer can have. Return CompletableFuture<String>.
//! 20:20 error: [GZ5001] "Iterable<String>" is no type an answer can have. Return List<String>.
//! 23:19 error: [GZ5001] "Stream<Integer>" is no type an answer can have. Return List<Integer>, or Flow.Publisher<Integer> as it arrives.
//! 26:41 error: [GZ5001] "CompletableFuture<String>" is no type an answer can have. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture or Flow.Publisher of them.
//! 29:29 error: [GZ5001] "Object" is no type an answer can have. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture or Flow.Publisher of them.
