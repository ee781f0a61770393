package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Required {
  @GatewayzPrompt(value = "Write.", snapshots = true)
  AnswerStream<Note> note();

  record Note(
      String title,
      Optional<String> text,
      int stars,
      Author author) {}

  record Author(Optional<String> name) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", snapshots = true)
  AnswerStream<Note> note();

  @GatewayzPrompt("Write.")
  AnswerStream<Author> elements();

  record Note(
      Optional<String> title,
      @Nullable Integer stars,
      OptionalInt pages,
      List<Author> authors,
      Set<String> tags,
      int[] years) {}

  record Author(String name) {}
}
//! 14:14 error: [GZ5015] "title" of "Note" cannot be partial. Make it Optional, @Nullable or a List.
//! 16:11 error: [GZ5015] "stars" of "Note" cannot be partial. Make it Optional, @Nullable or a List.
//! 17:14 error: [GZ5015] "author" of "Note" cannot be partial. Make it Optional, @Nullable or a List.
