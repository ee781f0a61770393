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
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(
      @Size(max = 3) double[] place,
      @Range(min = 1) @Nullable Integer count,
      List<@Pattern("a+") String> names) {}
}
//! 15:30 error: [GZ5008] @Range has no effect on "Analyst.Brief.title": it is for numbers. Remove it.
//! 16:26 error: [GZ5008] @Size has no effect on "Analyst.Brief.count": it is for text, lists, sets, arrays and maps. Remove it.
//! 17:35 error: [GZ5008] @Pattern has no effect on "Analyst.Brief.names": it is for text. Remove it.
//! 18:36 error: [GZ5008] @Size has no effect on "Analyst.Brief.flags": it is for text, lists, sets, arrays and maps. Remove it.
