package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(
      @Range(min = 1) String title,
      @Size(max = 3) int count,
      @Pattern("a+") List<String> names,
      List<@Size(max = 9) Boolean> flags) {}

  @GatewayzPrompt("Shorten {{text}}: {{words}}")
  String shorten(@Size(max = 2000) String text, @Describe("how many") @Range(min = 1) int words);

  @GatewayzPrompt(value = "Find it.", tools = Finder.class)
  String find();

  class Finder {
    @GatewayzTool("Finds.")
    String find(@Untrusted String query, @Json List<String> tags) {
      return query;
    }
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(
      @Size(max = 3) double[] place,
      @Range(min = 1) @Nullable Integer count,
      List<@Pattern("a+") String> names) {}

  @GatewayzPrompt(value = "Ask {{question}}", tools = NearMiss.class)
  @GatewayzTool("Asks somebody else.")
  String ask(@Describe("in one sentence") @Size(max = 99) @Untrusted String question);
}
//! 15:30 error: [GZ5008] @Range has no effect on "Analyst.Brief.title": it is for numbers. Remove it.
//! 16:26 error: [GZ5008] @Size has no effect on "Analyst.Brief.count": it is for text, lists, sets, arrays and maps. Remove it.
//! 17:35 error: [GZ5008] @Pattern has no effect on "Analyst.Brief.names": it is for text. Remove it.
//! 18:36 error: [GZ5008] @Size has no effect on "Analyst.Brief.flags": it is for text, lists, sets, arrays and maps. Remove it.
//! 21:43 error: [GZ5008] @Size has no effect on "text": it is for answers and parameters of tools. Remove it.
//! 21:91 error: [GZ5008] @Range has no effect on "words": it is for answers and parameters of tools. Remove it.
//! 21:91 error: [GZ5008] @Describe has no effect on "words": it is for answers and parameters of tools. Remove it.
//! 28:35 error: [GZ5008] @Untrusted has no effect on "query": it is for parameters of prompts. Remove it.
//! 28:61 error: [GZ5008] @Json has no effect on "tags": it is for parameters of prompts. Remove it.
