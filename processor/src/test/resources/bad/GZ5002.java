package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt("Write.")
  Report report();

  @GatewayzPrompt("Write.")
  Thread thread();

  @GatewayzPrompt("Write.")
  List<Analyst> clients();

  @GatewayzPrompt("Write.")
  Flow.Publisher<StringBuilder> builders();

  @GatewayzPrompt("Write.")
  Empty empty();

  @GatewayzPrompt("Write.")
  Box<String> box();

  record Report(
      String title,
      Object anything,
      byte[] bytes,
      char letter,
      Optional<Optional<String>> twice,
      ArrayList<String> list,
      List<?> unknown,
      Map<Integer, String> byNumber,
      boolean[] flags,
      List<String>[] lists,
      Optional<Completion<String>> answer,
      Map<Code, Integer> byCode) {}

  record Code(@com.fasterxml.jackson.annotation.JsonValue String text) {}

  record Box<T>(T value, Comparable<T> comparable) {}

  enum Empty {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Fine fine();

  record Fine(String title, List<? extends Number2> numbers, String[] letters, Optional<String> once) {}

  record Number2(int value) {}
}
//! 31:14 error: [GZ5002] "Analyst.Report.anything" is Object, which cannot be read from JSON. Say what it is: with a record, or a sealed interface of records.
//! 32:14 error: [GZ5002] "Analyst.Report.bytes" is byte[], which cannot be read from JSON. Use String.
//! 33:12 error: [GZ5002] "Analyst.Report.letter" is char, which cannot be read from JSON. Use String.
//! 34:34 error: [GZ5002] "Analyst.Report.twice" is Optional<Optional<String>>, which cannot be read from JSON. JSON has one kind of nothing only: use one Optional.
//! 35:25 error: [GZ5002] "Analyst.Report.list" is ArrayList<String>, which cannot be read from JSON. Use a record, a List, a Set, or a value of java.lang, java.math or java.time.
//! 36:15 error: [GZ5002] "Analyst.Report.unknown" is ?, which cannot be read from JSON. Say what it holds.
//! 37:28 error: [GZ5002] "Analyst.Report.byNumber" is Map<Integer, String>, which cannot be read from JSON. Names in JSON are text: use Map<String, String>, and make the keys of it.
//! 38:17 error: [GZ5002] "Analyst.Report.flags" is boolean[], which cannot be read from JSON. Use a List.
//! 39:22 error: [GZ5002] "Analyst.Report.lists" is List<String>[], which cannot be read from JSON. Use a List, because Java has no arrays of generic types.
//! 40:36 error: [GZ5002] "Analyst.Report.answer" is Completion<String>, which cannot be read from JSON. Put it around the whole answer, as in Completion<Optional<String>>.
//! 41:26 error: [GZ5002] "Analyst.Report.byCode" is Map<Code, Integer>, which cannot be read from JSON. Names in JSON are text: use Map<String, Integer>, and make the keys of it.
//! 15:10 error: [GZ5002] "The answer of thread" is Thread, which cannot be read from JSON. Use a record, a List, a Set, or a value of java.lang, java.math or java.time.
//! 18:17 error: [GZ5002] "The answer of clients" is Analyst, which cannot be read from JSON. Make the interface sealed, with records as its implementations.
//! 21:33 error: [GZ5002] "The answer of builders" is StringBuilder, which cannot be read from JSON. Use a record, a List, a Set, or a value of java.lang, java.math or java.time.
//! 24:9 error: [GZ5002] "The answer of empty" is Empty, which cannot be read from JSON. An enum without constants has no value.
//! 45:40 error: [GZ5002] "Analyst.Box.comparable" is Comparable<String>, which cannot be read from JSON. Use a record, a List, a Set, or a value of java.lang, java.math or java.time.
