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

  record Brief(@com.fasterxml.jackson.annotation.JsonProperty("title") String headline, String title) {}

  @GatewayzPrompt(value = "Find it.", tools = Finder.class)
  String find();

  class Finder {
    @GatewayzTool("Finds.")
    String find(@Var("class") String kind, @com.fasterxml.jackson.annotation.JsonProperty("class") String type) {
      return kind;
    }
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(@com.fasterxml.jackson.annotation.JsonProperty("title") String headline, String Title) {}
}
//! 14:96 error: [GZ5007] "Analyst.Brief" has two parts that JSON calls "title". Rename one.
//! 21:107 error: [GZ5007] "find" has two parts that JSON calls "class". Rename one.
