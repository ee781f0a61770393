package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.nio.file.Path;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

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

  @GatewayzTool("Values of anything.")
  Map<String, Object> values() {
    return Map.of();
  }

  @GatewayzTool("One after the other.")
  Flow.Publisher<String> publisher() {
    return subscriber -> {};
  }

  @GatewayzTool("Another library's.")
  Mono<String> mono() {
    return Mono.just("");
  }

  @GatewayzTool("Later, within.")
  Optional<Future<String>> later() {
    return Optional.empty();
  }

  @GatewayzTool("Text of its own.")
  Text text() {
    return new Text();
  }

  static class Text {
    @Override
    public String toString() {
      return "";
    }
  }
}

class GoodResults {
  @GatewayzTool("Lists.")
  Map<String, List<Optional<int[]>>> lists() {
    return Map.of();
  }

  @GatewayzTool("Paths.")
  List<Path> paths() {
    return List.of();
  }

  @GatewayzTool("Bytes.")
  byte[] bytes() {
    return new byte[0];
  }

  @GatewayzTool("One of two.")
  Move move() {
    return new Stay();
  }

  sealed interface Move {}

  record Go(Path to) implements Move {}

  record Stay() implements Move {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = GoodResults.class)
  String ask();
}
//! 21:18 error: [GZ7007] The tool "stream" returns Stream<String>, which cannot be written as JSON. Return what comes out of it, as a value or a List, or a CompletableFuture of one.
//! 26:10 error: [GZ7007] The tool "anything" returns Object, which cannot be written as JSON. Return the type you mean.
//! 31:43 error: [GZ7007] The tool "map" returns Map<Integer, String>, which cannot be written as JSON. Return a Map whose keys are of type String.
//! 36:23 error: [GZ7007] The tool "values" returns Map<String, Object>, which holds Object, which cannot be written as JSON. Return the type you mean.
//! 41:26 error: [GZ7007] The tool "publisher" returns Flow.Publisher<String>, which cannot be written as JSON. Return what comes out of it, as a value or a List, or a CompletableFuture of one.
//! 46:16 error: [GZ7007] The tool "mono" returns Mono<String>, which cannot be written as JSON. Return what comes out of it, as a value or a List, or a CompletableFuture of one.
//! 51:28 error: [GZ7007] The tool "later" returns Optional<Future<String>>, which holds Future<String>, which cannot be written as JSON. Return what comes out of it, as a value or a List, or a CompletableFuture of one.
//! 56:8 error: [GZ7007] The tool "text" returns Text, which cannot be written as JSON. Return x.toString(), or give it getters: its own text is not JSON.
