package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package uses which, by what the class files name: downwards only, and in no circle. */
class RoomsTest {
  private static final Pattern CLASS_NAME =
      Pattern.compile("dev/gatewayz/testkit/((?:[a-z0-9]+/)*)[A-Z]");

  @Test
  void packagesUseOnlyThoseBelow() throws Exception {
    assertThat(uses())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "",
                    Set.of(
                        "internal/cassette/",
                        "internal/json/",
                        "internal/openai/",
                        "internal/server/"),
                "internal/cassette/", Set.of("internal/json/"),
                "internal/openai/", Set.of("internal/json/"),
                "internal/server/", Set.of(),
                "internal/json/", Set.of()));
  }

  private static Map<String, Set<String>> uses() throws Exception {
    Path classes =
        Path.of(MockGateway.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, Set<String>> uses = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(RoomsTest::isClass).toList()) {
        String own = classes.relativize(file).toString().replace(File.separatorChar, '/');
        String room = rooms(own).iterator().next();
        Set<String> used = uses.computeIfAbsent(room, name -> new TreeSet<>());
        used.addAll(rooms(Files.readString(file, StandardCharsets.ISO_8859_1)));
        used.remove(room);
      }
    }
    return uses;
  }

  private static boolean isClass(Path path) {
    return path.getFileName().toString().matches("[A-Z].*\\.class");
  }

  /** The packages of the classes that are named in there. */
  private static Set<String> rooms(String text) {
    Set<String> rooms = new TreeSet<>();
    Matcher names = CLASS_NAME.matcher(text);
    while (names.find()) {
      rooms.add(names.group(1));
    }
    return rooms;
  }
}
