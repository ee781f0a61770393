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
      @Range(min = 5, max = 1) int low,
      @Range int free,
      @Size(min = 9, max = 8) String title,
      @Size(min = -1) String other,
      @Pattern("[a-") String code) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(
      @Range(min = 5, max = 5) int low, @Size(max = 0) String title, @Pattern("[a-]") String code) {}
}
//! 15:36 error: [GZ5009] @Range of "Analyst.Brief.low" is not possible: its least is above its most.
//! 16:18 error: [GZ5009] @Range of "Analyst.Brief.free" is not possible: it sets no bound.
//! 17:38 error: [GZ5009] @Size of "Analyst.Brief.title" is not possible: its least is above its most.
//! 18:30 error: [GZ5009] @Size of "Analyst.Brief.other" is not possible: it is negative.
//! 19:30 error: [GZ5009] @Pattern of "Analyst.Brief.code" is not possible: "[a-" is no regular expression: Illegal character range.
