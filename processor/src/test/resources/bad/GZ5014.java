package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NoRecords {
  @GatewayzPrompt(value = "Write.", snapshots = true)
  Note whole();

  @GatewayzPrompt(value = "Write.", snapshots = true)
  AnswerStream<String> text();

  @GatewayzPrompt(value = "Write.", snapshots = true)
  AnswerStream<ChatChunk> chunks();

  @GatewayzPrompt(value = "Write.", snapshots = true)
  Flow.Publisher<List<Note>> list();

  @GatewayzPrompt(value = "Write.", snapshots = true)
  AnswerStream<Kind> kinds();

  record Note(Optional<String> text) {}

  sealed interface Kind {}

  record Other(Optional<String> name) implements Kind {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", snapshots = false)
  AnswerStream<String> text();

  @GatewayzPrompt(value = "Write.", snapshots = true)
  Flow.Publisher<Note> note();

  record Note(Optional<String> text) {}
}
//! 11:49 error: [GZ5014] snapshots is for a stream of a record; "whole" returns NoRecords.Note. Remove it.
//! 14:49 error: [GZ5014] snapshots is for a stream of a record; "text" returns AnswerStream<String>. Remove it.
//! 17:49 error: [GZ5014] snapshots is for a stream of a record; "chunks" returns AnswerStream<ChatChunk>. Remove it.
//! 20:49 error: [GZ5014] snapshots is for a stream of a record; "list" returns Flow.Publisher<List<NoRecords.Note>>. Remove it.
//! 23:49 error: [GZ5014] snapshots is for a stream of a record; "kinds" returns AnswerStream<NoRecords.Kind>. Remove it.
