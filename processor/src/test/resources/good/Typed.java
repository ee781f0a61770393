package fixtures;

import dev.gatewayz.Completion;
import dev.gatewayz.annotation.Describe;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.Pattern;
import dev.gatewayz.annotation.Range;
import dev.gatewayz.annotation.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Typed {

  @GatewayzPrompt("Plain.")
  Plain plain();

  @GatewayzPrompt("Numbers.")
  CompletableFuture<Numbers> numbers();

  @GatewayzPrompt("Times.")
  CompletionStage<Times> times();

  @GatewayzPrompt("Lists.")
  Completion<Lists> lists();

  @GatewayzPrompt("Absent.")
  Absent absent();

  @GatewayzPrompt("Limits.")
  Limits limits();

  @GatewayzPrompt("Tree.")
  Tree tree();

  @GatewayzPrompt("Shape.")
  Shape shape();

  @GatewayzPrompt("Drawing.")
  Drawing drawing();

  @GatewayzPrompt("Page.")
  Page<Plain> page();

  @GatewayzPrompt("Result.")
  Result<Plain> result();

  @GatewayzPrompt("Mood.")
  Mood mood();

  @GatewayzPrompt("Perhaps.")
  @Nullable Mood perhaps();

  @GatewayzPrompt("Count.")
  int count();

  @GatewayzPrompt("Is it?")
  boolean is();

  @GatewayzPrompt("All.")
  List<Plain> all();

  @GatewayzPrompt("Words.")
  String[] words();

  @GatewayzPrompt("Maybe.")
  Optional<Plain> maybe();

  @GatewayzPrompt(value = "Map.", strict = false)
  Map<String, List<Integer>> map();

  @GatewayzPrompt("Stream.")
  Flow.Publisher<Plain> stream();

  @GatewayzPrompt("Stream.")
  Flow.Publisher<Mood> moods();

  @GatewayzPrompt(value = "Plain.", repair = 2)
  CompletableFuture<Completion<Plain>> repaired();

  /** Names that generated code uses itself. */
  record Plain(@Describe("a \"name\"") String in, boolean in2, Mood v, @Nullable String value) {}

  record Numbers(
      byte a,
      short b,
      int c,
      long d,
      float e,
      double f,
      Integer g,
      Double h,
      BigDecimal i,
      BigInteger j,
      Year k) {}

  record Times(LocalDate day, Instant at, Duration lasts, UUID id, URI uri) {}

  record Lists(
      List<String> names,
      Set<Mood> moods,
      List<List<Integer>> grid,
      String[] words,
      int[] ints,
      double[] doubles,
      Plain[] plains,
      List<@Nullable String> holes,
      List<Optional<Integer>> maybes,
      List<OptionalInt> ints2) {}

  record Absent(
      Optional<String> text,
      OptionalInt number,
      Optional<Plain> plain,
      @Nullable Plain nullable,
      Optional<List<String>> list,
      @Nullable Mood mood) {}

  record Limits(
      @Range(min = 0, max = 150) int age,
      @Range(min = -0.5) double score,
      @Range(max = 1) BigDecimal share,
      @Size(min = 1, max = 80) String title,
      @Size(max = 3) List<@Size(min = 1) String> tags,
      @Pattern("[A-Z]{3}|EUR") String currency,
      @Size(min = 2, max = 2) double[] place,
      @Range(min = 1) Optional<Integer> rank,
      @Size(max = 9) @Nullable String note) {}

  record Tree(String name, List<Tree> children, @Describe("above") @Nullable Tree parent) {}

  @Describe("a form")
  sealed interface Shape permits Circle, Polygon, Nothing {}

  record Circle(double radius) implements Shape {}

  sealed interface Polygon extends Shape {}

  record Square(double side, String type) implements Polygon {}

  record Group(List<Shape> parts) implements Polygon {}

  record Nothing() implements Shape {}

  record Drawing(@Describe("the main one") Shape main, Circle frame, @Nullable Shape other) {}

  record Page<T>(List<T> items, T first, int total) {}

  sealed interface Result<T> {}

  record Ok<T>(T value) implements Result<T> {}

  record Failed<T>(String why) implements Result<T> {}

  @Describe("how it feels")
  enum Mood {
    @Describe("fine") GOOD,
    BAD
  }
}
