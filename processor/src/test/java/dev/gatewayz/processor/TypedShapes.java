package dev.gatewayz.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Interfaces whose prompts return records that nobody thought of. */
final class TypedShapes {
  private static final String[] PLAIN = {
    "String",
    "boolean",
    "Boolean",
    "int",
    "Integer",
    "long",
    "Long",
    "double",
    "Double",
    "short",
    "byte",
    "BigDecimal",
    "BigInteger",
    "LocalDate",
    "Instant",
    "UUID",
    "Mood"
  };

  private final Random random;
  private final List<String> declarations = new ArrayList<>();
  private int count;

  private TypedShapes(long seed) {
    this.random = new Random(seed);
  }

  /** A source with prompts {@code p0}, {@code p1} and so on. */
  static String source(int prompts, long seed) {
    TypedShapes shapes = new TypedShapes(seed);
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < prompts; i++) {
      methods
          .append("  @GatewayzPrompt(\"Go.\") ")
          .append(shapes.record(0))
          .append(" p" + i + "();\n");
    }
    return """
        package shapes;
        import com.fasterxml.jackson.annotation.*;
        import dev.gatewayz.annotation.*;
        import java.math.*;
        import java.time.*;
        import java.util.*;
        import org.jspecify.annotations.Nullable;
        @GatewayzClient(model = "gatewayz/a/b")
        public interface Shapes {
        %s
          enum Mood { @JsonProperty("good mood") GOOD, BAD }
          record Pair<A, B>(A left, B right) {}
          record Tree(String name, List<Tree> children, @Nullable Tree other) {}
          @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
          @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Nothing.class), @JsonSubTypes.Type(Group.class)})
          sealed interface Shape {}
          @JsonTypeName("circle") record Circle(double radius, Mood mood) implements Shape {}
          @JsonTypeName("Nothing") record Nothing() implements Shape {}
          @JsonTypeName("Group") record Group(List<Shape> parts, Optional<Shape> first) implements Shape {}
        %s}
        """
        .formatted(methods, String.join("", shapes.declarations));
  }

  private String record(int depth) {
    String name = "R" + count++;
    StringBuilder components = new StringBuilder();
    int size = 1 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      String rename = random.nextInt(4) == 0 ? "@JsonProperty(\"c-" + i + "\") " : "";
      String type = type(depth + 1, false);
      boolean isPrimitive = Character.isLowerCase(type.charAt(0));
      String nullable = !isPrimitive && random.nextInt(4) == 0 ? "@Nullable " : "";
      components.append(i == 0 ? "" : ", ").append(rename).append(nullable);
      components.append(type).append(" c").append(i);
    }
    declarations.add("  record " + name + "(" + components + ") {}\n");
    return name;
  }

  private String type(int depth, boolean boxed) {
    int kind = random.nextInt(depth > 3 ? 6 : 12);
    return switch (kind) {
      case 6 -> "List<" + type(depth + 1, true) + ">";
      case 7 -> "Set<" + type(depth + 1, true) + ">";
      case 8 -> boxed ? "Tree" : "Optional<" + notOptional(depth) + ">";
      case 9 -> "Pair<" + type(depth + 1, true) + ", " + type(depth + 1, true) + ">";
      case 10 -> random.nextBoolean() ? "Tree" : "Shape";
      case 11 -> record(depth);
      default -> plain(boxed);
    };
  }

  private String notOptional(int depth) {
    return type(depth + 1, true);
  }

  private String plain(boolean boxed) {
    String type = PLAIN[random.nextInt(PLAIN.length)];
    return boxed && Character.isLowerCase(type.charAt(0)) ? "Integer" : type;
  }
}
