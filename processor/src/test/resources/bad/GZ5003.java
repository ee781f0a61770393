package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt("Write.")
  Map<String, Integer> map();

  @GatewayzPrompt("Write.")
  Report report();

  record Report(String title, List<Map<String, String>> tables) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Write.", strict = false)
  Report report();

  record Report(String title, List<Map<String, String>> tables) {}
}
//! 12:24 error: [GZ5003] "The answer of map" is Map<String, Integer>, whose names the schema cannot list. Use a record or a List, or allow it with strict = false in the annotation.
//! 17:57 error: [GZ5003] "Analyst.Report.tables" is Map<String, String>, whose names the schema cannot list. Use a record or a List, or allow it with strict = false in the annotation.
