package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Prompts with return types and components drawn at random compile without a warning, and where
 * many make no sense, neither the processor nor what it generates fails.
 */
class AnswerTypesTest {
  private static final String[] NAMES = {
    "in", "in2", "v", "value", "client", "name", "List", "Optional", "JsonIn", "type", "kind", "e"
  };
  private static final String[] SOUND = {
    "String",
    "int",
    "Integer",
    "Long",
    "double",
    "Double",
    "BigDecimal",
    "Mood",
    "UUID",
    "Year",
    "OptionalInt",
    "OptionalDouble",
    "Tree",
    "Shape",
    "Box",
    "LocalDateTime",
    "ZoneId",
    "Old",
    "Mail",
    "Id<Integer>"
  };
  private static final String[] UNSOUND = {
    "Object",
    "char",
    "byte[]",
    "Thread",
    "List",
    "List<?>",
    "Map<Integer, String>",
    "Endless",
    "Optional<OptionalInt>",
    "Comparable<String>",
    "Void",
    "Open",
    "Generic",
    "Far.Secret"
  };
  private static final String[] MARKS = {
    "@Nullable ",
    "@Size(max = 3) ",
    "@Range(min = 1, max = 2.5) ",
    "@Pattern(\"a|b\") ",
    "@Describe(\"d\\n\\\"\u00e9\") ",
    "@Size(min = 2, max = 1) ",
    "@Range(min = -1e300) "
  };

  private Random random;

  @RepeatedTest(4)
  void typesDrawnAtRandom(RepetitionInfo repetition) {
    random = new Random(repetition.getCurrentRepetition());
    boolean isSound = repetition.getCurrentRepetition() % 2 == 0;
    Compilation compilation =
        new Compilation.Setup()
            .options("-Xlint:-processing")
            .compile(
                source(isSound),
                "package random; class Far { private record Secret(String s) {} }");
    assertThat(compilation.log()).doesNotContain("GZ9001", "GatewayzRandom0.java");
    assertThat(compilation.success()).as(compilation.log()).isEqualTo(isSound);
  }

  private String source(boolean isSound) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      members.append("  record R").append(i).append("(");
      int size = random.nextInt(5);
      int first = random.nextInt(NAMES.length);
      for (int j = 0; j < size; j++) {
        members.append(j == 0 ? "" : ", ").append(isSound ? "" : mark()).append(type(2, isSound));
        members.append(' ').append(NAMES[(first + j) % NAMES.length]);
      }
      members.append(") {}\n");
      members
          .append("  @GatewayzPrompt(\"Go.\") ")
          .append(returned("R" + i))
          .append(" a" + i + "();\n");
      members
          .append("  @GatewayzPrompt(\"Go.\") ")
          .append(returned(type(2, isSound)))
          .append(" b" + i + "();\n");
    }
    return """
        package random;
        import dev.gatewayz.Completion;
        import dev.gatewayz.annotation.*;
        import java.math.*;
        import java.time.*;
        import java.util.*;
        import java.util.concurrent.*;
        import org.jspecify.annotations.Nullable;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Random0 {
        %s
          enum Mood { GOOD, @Describe("not so") BAD }
          record Tree(String name, List<Tree> children, Optional<Tree> other) {}
          record Endless(Endless again) {}
          record Pair<A, B extends Object>(A left, List<B> right) {}
          record Box() {}
          record Mail(@com.fasterxml.jackson.annotation.JsonValue @Pattern("a|b") String text) {}
          record Id<T>(@com.fasterxml.jackson.annotation.JsonValue T id) {}
          @Deprecated record Old(String name) {}
          record Generic(Pair<String, ?> pair) {}
          sealed interface Shape {}
          record Circle(double radius, Shape... type) implements Shape {}
          sealed interface Angular extends Shape {}
          record Square(@Range(min = 0) double side) implements Angular {}
          interface Open {}
        }
        """
        .formatted(members);
  }

  private String returned(String type) {
    boolean isPrimitive = Character.isLowerCase(type.charAt(0)) && !type.endsWith("]");
    if (isPrimitive) {
      return type;
    }
    return switch (random.nextInt(6)) {
      case 0 -> "CompletableFuture<" + type + ">";
      case 1 -> "Flow.Publisher<" + type + ">";
      case 2 -> "Completion<" + type + ">";
      default -> type;
    };
  }

  private String mark() {
    return random.nextInt(4) == 0 ? MARKS[random.nextInt(MARKS.length)] : "";
  }

  private String type(int depth, boolean isSound) {
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0 -> "List<" + boxed(depth, isSound) + ">";
      case 1 -> "Set<" + (isSound ? "" : mark()) + boxed(depth, isSound) + ">";
      case 2 -> "Optional<" + boxed(0, isSound).replaceAll("Optional\\w+", "String") + ">";
      case 3 -> "Pair<" + boxed(depth, isSound) + ", " + boxed(depth, isSound) + ">";
      case 4 -> SOUND[random.nextInt(2)] + "[]";
      case 5 -> "List<? extends " + boxed(depth, isSound) + ">";
      case 6 ->
          "Pair<? extends " + boxed(depth, isSound) + ", ? extends " + boxed(0, isSound) + ">";
      default ->
          isSound || random.nextInt(4) > 0
              ? SOUND[random.nextInt(SOUND.length)]
              : UNSOUND[random.nextInt(UNSOUND.length)];
    };
  }

  private String boxed(int depth, boolean isSound) {
    String type = type(depth - 1 < 0 ? 0 : depth - 1, isSound);
    boolean isPrimitive = Character.isLowerCase(type.charAt(0)) && !type.endsWith("]");
    return isPrimitive ? "Integer" : type;
  }
}
