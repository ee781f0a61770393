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
  Stream<Object> numbers();

  @GatewayzPrompt("Write.")
  AnswerStream<Completion<String>> completions();

  @GatewayzPrompt("Write.")
  @SuppressWarnings("rawtypes")
  AnswerStream raw();

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
  AnswerStream<List<Integer>> numbers();

  @GatewayzPrompt("Write.")
  List<String> list();
}
//! 14:8 error: [GZ5001] "void" is no type an answer can have. A prompt returns its answer. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture, Stream or AnswerStream of them.
//! 17:18 error: [GZ5001] "Future<String>" is no type an answer can have. Return CompletableFuture<String>.
//! 20:20 error: [GZ5001] "Iterable<String>" is no type an answer can have. Return List<String>.
//! 23:18 error: [GZ5001] "Stream<Object>" is no type an answer can have. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture, Stream or AnswerStream of them.
//! 26:36 error: [GZ5001] "AnswerStream<Completion<String>>" is no type an answer can have. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture, Stream or AnswerStream of them.
//! 30:16 error: [GZ5001] "AnswerStream" is no type an answer can have. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture, Stream or AnswerStream of them.
//! 33:41 error: [GZ5001] "CompletableFuture<String>" is no type an answer can have. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture, Stream or AnswerStream of them.
//! 36:29 error: [GZ5001] "Object" is no type an answer can have. Return String, a record, an enum, a number, a List of these, or Completion, CompletableFuture, Stream or AnswerStream of them.
