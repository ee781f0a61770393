package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom: a room may use only the rooms that stand beside its name here. */
class RoomsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern IMPORT =
      Pattern.compile(
          "^import (?:static )?(dev\\.gatewayz(?:\\.[a-z0-9]+)*)\\.[A-Z]", Pattern.MULTILINE);

  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry(
              "",
              List.of(
                  "chat",
                  "codegen",
                  "error",
                  "gateway",
                  "intercept",
                  "internal.call",
                  "internal.http2",
                  "internal.transport",
                  "observe",
                  "usage")),
          Map.entry("chat", List.of()),
          Map.entry("error", List.of("chat")),
          Map.entry("gateway", List.of("chat")),
          Map.entry("usage", List.of("chat", "internal.json")),
          Map.entry("observe", List.of("chat", "error", "usage")),
          Map.entry("intercept", List.of("chat")),
          Map.entry("telemetry", List.of("chat", "error", "intercept", "observe", "usage")),
          Map.entry(
              "codegen",
              List.of("", "chat", "error", "internal.call", "internal.json", "internal.wire")),
          Map.entry(
              "internal.call",
              List.of(
                  "",
                  "chat",
                  "error",
                  "gateway",
                  "intercept",
                  "internal.http",
                  "internal.json",
                  "internal.sse",
                  "internal.transport",
                  "internal.wire",
                  "observe",
                  "usage")),
          Map.entry(
              "internal.transport",
              List.of("internal.http", "internal.http1", "internal.http2", "observe")),
          Map.entry("internal.http2", List.of("internal.http")),
          Map.entry("internal.http1", List.of("internal.http")),
          Map.entry("internal.http", List.of()),
          Map.entry("internal.wire", List.of("chat", "gateway", "internal.json")),
          Map.entry("internal.sse", List.of("internal.json")),
          Map.entry("internal.json", List.of()));

  @Test
  void roomsUseOnlyTheRoomsTheyMay() throws IOException {
    Map<String, Set<String>> uses = uses();

    assertThat(uses.keySet()).isEqualTo(MAY_USE.keySet());
    uses.forEach(
        (room, used) ->
            assertThat(MAY_USE.get(room))
                .as("rooms that \"" + room + "\" may use")
                .containsAll(used));
  }

  private static Map<String, Set<String>> uses() throws IOException {
    Map<String, Set<String>> uses = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(RoomsTest::isSource).toList()) {
        String room = nameOf(SOURCES.relativize(file.getParent()).toString());
        Matcher imports = IMPORT.matcher(Files.readString(file));
        Set<String> used = uses.computeIfAbsent(room, name -> new TreeSet<>());
        while (imports.find()) {
          if (!nameOf(imports.group(1)).equals(room)) {
            used.add(nameOf(imports.group(1)));
          }
        }
      }
    }
    return uses;
  }

  private static boolean isSource(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java");
  }

  /** The name of a room without what all have in common. */
  private static String nameOf(String path) {
    return path.replace('/', '.').replace('\\', '.').replaceAll("^dev\\.gatewayz\\.?", "");
  }
}
