package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gatewayz.support.Rings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who uses whom, as the bytecode has it. */
class RoomsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  /** The values of the root package, which every room may use; the client itself uses the rooms. */
  private static final Set<String> VALUES =
      Set.of(
          "Approvals",
          "AnswerStream",
          "AnswerSubscriber",
          "ApiKey",
          "CallOptions",
          "Completion",
          "CompletionValue",
          "Concurrency",
          "Consuming",
          "Conversation",
          "ContextCarrier",
          "Deadlines",
          "Fallback",
          "ModelRule",
          "RateLimits",
          "RetryPolicy",
          "StandardRetryPolicy");

  /** The rooms that everything else is built in. */
  private static final Pattern SHORT =
      Pattern.compile("/(?:call|answer|request|wire)/\\w+\\.java$");

  private static final int LARGEST_RING = 7;
  private static final int LARGEST_RING_OF_A_CALL = 4;
  private static final Set<String> ROOMS_OF_A_CALL =
      Set.of("internal.request", "internal.answer", "internal.call");

  /** A room may use only the rooms that stand beside its name. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry(
              "client",
              List.of(
                  "values",
                  "chat",
                  "error",
                  "gateway",
                  "intercept",
                  "observe",
                  "usage",
                  "internal.account",
                  "internal.answer",
                  "internal.call",
                  "internal.http2",
                  "internal.json",
                  "internal.override",
                  "internal.request",
                  "internal.subscribe",
                  "internal.syntax",
                  "internal.time",
                  "internal.transport",
                  "internal.wire")),
          Map.entry(
              "values",
              List.of(
                  "chat",
                  "error",
                  "internal.json",
                  "internal.remedy",
                  "internal.subscribe",
                  "internal.syntax",
                  "internal.time",
                  "internal.wire",
                  "observe",
                  "usage")),
          Map.entry("chat", List.of("internal.json", "internal.syntax")),
          Map.entry("batch", List.of("error", "internal.time", "usage", "values", "internal.log")),
          Map.entry("error", List.of("chat")),
          Map.entry("gateway", List.of("chat", "internal.json", "internal.syntax")),
          Map.entry("usage", List.of("chat", "internal.json", "internal.time")),
          Map.entry("observe", List.of("chat", "error", "usage", "internal.log")),
          Map.entry("intercept", List.of("chat", "internal.syntax", "values", "internal.log")),
          Map.entry(
              "telemetry",
              List.of("values", "chat", "error", "intercept", "observe", "usage", "internal.json")),
          Map.entry(
              "codegen",
              List.of(
                  "client",
                  "values",
                  "chat",
                  "error",
                  "internal.answer",
                  "internal.call",
                  "internal.json",
                  "internal.binding",
                  "internal.override",
                  "internal.template",
                  "internal.request",
                  "internal.syntax",
                  "internal.wire")),
          Map.entry(
              "internal.account",
              List.of(
                  "chat",
                  "error",
                  "gateway",
                  "internal.answer",
                  "internal.request",
                  "internal.time",
                  "internal.wire",
                  "usage",
                  "internal.log")),
          Map.entry("internal.subscribe", List.of("error")),
          Map.entry("internal.syntax", List.of("internal.http", "internal.json")),
          Map.entry(
              "internal.call",
              List.of(
                  "values",
                  "chat",
                  "error",
                  "gateway",
                  "intercept",
                  "internal.account",
                  "internal.answer",
                  "internal.http",
                  "internal.json",
                  "internal.override",
                  "internal.request",
                  "internal.subscribe",
                  "internal.syntax",
                  "internal.time",
                  "internal.transport",
                  "internal.wire",
                  "observe",
                  "usage",
                  "internal.log")),
          Map.entry(
              "internal.answer",
              List.of(
                  "values",
                  "chat",
                  "error",
                  "internal.http",
                  "internal.json",
                  "internal.request",
                  "internal.sse",
                  "internal.subscribe",
                  "internal.time",
                  "internal.wire",
                  "internal.log")),
          Map.entry(
              "internal.request",
              List.of(
                  "values",
                  "chat",
                  "error",
                  "internal.http",
                  "internal.json",
                  "internal.remedy",
                  "internal.syntax",
                  "internal.wire",
                  "internal.log")),
          Map.entry("internal.override", List.of("internal.binding", "internal.template")),
          Map.entry("internal.remedy", List.of("error")),
          Map.entry(
              "internal.transport",
              List.of(
                  "internal.http", "internal.http1", "internal.http2", "internal.time", "observe")),
          Map.entry("internal.http2", List.of("internal.http", "internal.time")),
          Map.entry("internal.http1", List.of("internal.http", "internal.time")),
          Map.entry("internal.http", List.of("internal.log", "internal.time")),
          Map.entry(
              "internal.wire", List.of("chat", "gateway", "internal.json", "internal.syntax")),
          Map.entry("internal.sse", List.of("internal.json")),
          Map.entry("internal.log", List.of()),
          Map.entry("internal.time", List.of()),
          Map.entry("internal.json", List.of()));

  @Test
  void roomsUseOnlyTheRoomsTheyMay() {
    Map<String, Set<String>> uses = roomUses();

    assertThat(uses.keySet()).isEqualTo(MAY_USE.keySet());
    uses.forEach(
        (room, used) ->
            assertThat(MAY_USE.get(room)).as("rooms that %s may use", room).containsAll(used));
  }

  /** What is logged may throw, and nobody who has other things to do is prepared for that. */
  @Test
  void nobodyLogsButTheLog() {
    Set<String> logging = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      boolean logs =
          type.getDirectDependenciesFromSelf().stream()
              .anyMatch(
                  to -> to.getTargetClass().getName().startsWith(System.Logger.class.getName()));
      if (logs) {
        logging.add(room(type));
      }
    }

    assertThat(logging).containsExactly("internal.log");
  }

  @Test
  void noRoomIsInARing() {
    assertThat(Rings.of(roomUses())).isEmpty();
  }

  @Test
  void ringsOfClassesAreSmall() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      Set<String> used = uses.computeIfAbsent(known(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> CLASSES.contain(dependency.getTargetClass().getName()))
          .forEach(
              dependency -> used.add(known(CLASSES.get(dependency.getTargetClass().getName()))));
    }
    for (Set<String> ring : Rings.of(uses)) {
      boolean ofACall =
          ring.stream().anyMatch(name -> ROOMS_OF_A_CALL.contains(room(CLASSES.get(name))));
      assertThat(ring)
          .as("classes that know each other in a ring")
          .hasSizeLessThanOrEqualTo(ofACall ? LARGEST_RING_OF_A_CALL : LARGEST_RING);
    }
  }

  @Test
  void filesOfACallAreShort() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/gatewayz/internal"))) {
      List<Path> sources =
          files.filter(file -> SHORT.matcher(file.toString().replace('\\', '/')).find()).toList();

      assertThat(sources)
          .hasSizeGreaterThan(100)
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(320));
    }
  }

  private static Map<String, Set<String>> roomUses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      if (type.getSimpleName().equals("module-info")) {
        continue;
      }
      Set<String> used = uses.computeIfAbsent(room(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf()
          .forEach(dependency -> used.add(room(dependency.getTargetClass())));
      used.remove(room(type));
      used.remove("");
    }
    return uses;
  }

  /** The class as others know it: a value that is seen as its interface alone is one with it. */
  private static String known(JavaClass type) {
    boolean isValue = type.isRecord() && type.getSimpleName().endsWith("Value");
    return isValue
        ? type.getRawInterfaces().stream()
            .findFirst()
            .map(RoomsTest::topLevel)
            .orElse(topLevel(type))
        : topLevel(type);
  }

  private static String topLevel(JavaClass type) {
    return type.getBaseComponentType().getFullName().replaceFirst("\\$.*", "");
  }

  /** The name of a room without what all have in common; empty for classes of others. */
  private static String room(JavaClass type) {
    String name = topLevel(type);
    if (!name.startsWith("dev.gatewayz.") || name.startsWith("dev.gatewayz.annotation.")) {
      return "";
    }
    String inside = name.substring("dev.gatewayz.".length());
    int end = inside.lastIndexOf('.');
    if (end >= 0) {
      return inside.substring(0, end);
    }
    return VALUES.contains(inside) ? "values" : "client";
  }
}
