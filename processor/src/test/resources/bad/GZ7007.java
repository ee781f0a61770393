package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Asker {
  @GatewayzPrompt(value = "Ask.", tools = Results.class)
  String ask();
}

class Results {
  @GatewayzTool("A stream.")
  Stream<String> stream() {
    return Stream.of();
  }

  @GatewayzTool("Anything.")
  Object anything() {
    return "";
  }

  @GatewayzTool("Other keys.")
  CompletableFuture<Map<Integer, String>> map() {
    return new CompletableFuture<>();
  }
}

class GoodResults {
  @GatewayzTool("Lists.")
  Map<String, List<Optional<int[]>>> lists() {
    return Map.of();
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = GoodResults.class)
  String ask();
}
//! 19:18 error: [GZ7007] The tool "stream" returns Stream<String>, which cannot be written as JSON.
//! 24:10 error: [GZ7007] The tool "anything" returns Object, which cannot be written as JSON.
//! 29:43 error: [GZ7007] The tool "map" returns Map<Integer, String>, which cannot be written as JSON.
