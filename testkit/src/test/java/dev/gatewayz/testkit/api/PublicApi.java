package dev.gatewayz.testkit.api;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that users of a module can name: its exported packages, their types, and the members of
 * these. Read from the classes that were built, and compared with the list that is under version
 * control.
 */
public final class PublicApi {
  private static final boolean UPDATE = Boolean.getBoolean("gatewayz.api.update");
  private static final String COMMAND =
      "mvn -q package -Dtest=ApiTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dgatewayz.api.update=true";
  private static final String HEADER =
      "# The public API, compared with the classes by ApiTest. Written by: " + COMMAND;

  private final String module;
  private final List<String> lines;

  /** The packages that are not exported, whose types users cannot name. */
  private final Set<String> hidden;

  private PublicApi(String module, List<String> lines, Set<String> hidden) {
    this.module = module;
    this.lines = List.copyOf(lines);
    this.hidden = Set.copyOf(hidden);
  }

  /** The API of the module whose classes are in a folder. */
  public static PublicApi of(Path classes) throws IOException {
    ModuleReference reference = ModuleFinder.of(classes).findAll().iterator().next();
    ModuleDescriptor module = reference.descriptor();
    Set<String> exported =
        module.exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));

    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    lines.add("module " + module.name());
    module.requires().stream()
        .filter(
            required ->
                required.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE))
        .map(required -> "  requires transitive " + required.name())
        .sorted()
        .forEach(lines::add);
    exported.forEach(name -> lines.add("  exports " + name));
    module.provides().stream()
        .map(provided -> "  provides " + provided.service() + " with " + provided.providers())
        .sorted()
        .forEach(lines::add);
    Set<String> hidden = new TreeSet<>(module.packages());
    hidden.removeAll(exported);
    addTypes(lines, classes, types(reference), hidden);
    return new PublicApi(module.name(), lines, hidden);
  }

  /** The same of an automatic module, which exports all of its packages. */
  public static PublicApi ofAutomaticModule(String module, Path classes) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER, "automatic module " + module));
    try (Stream<Path> files = Files.walk(classes)) {
      List<String> types =
          names(files.map(file -> classes.relativize(file).toString().replace('\\', '/')));
      addTypes(lines, classes, types, Set.of());
    }
    return new PublicApi(module, lines, Set.of());
  }

  private static void addTypes(
      List<String> lines, Path classes, List<String> types, Set<String> hidden) throws IOException {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, PublicApi.class.getClassLoader())) {
      for (String name : types) {
        ApiType type = new ApiType(Class.forName(name, false, loader), hidden);
        if (type.isVisible()) {
          lines.add("");
          lines.addAll(type.lines());
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> types(ModuleReference reference) throws IOException {
    try (ModuleReader reader = reference.open();
        Stream<String> files = reader.list()) {
      return names(files);
    }
  }

  private static List<String> names(Stream<String> files) {
    return files
        .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
        .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
        .sorted()
        .toList();
  }

  List<String> lines() {
    return lines;
  }

  /** Fails if the list in the file is another one, or writes it if that was asked for. */
  public void isListedIn(Path file) throws IOException {
    refuseHiddenTypes();
    if (UPDATE) {
      Files.write(file, lines);
    }
    List<String> listed = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (!listed.equals(lines)) {
      throw new AssertionError(
          ("The public API of %s is no longer what %s says; if that is on purpose and"
                  + " docs/compatibility.md permits it, run %s and commit the file.\n%s")
              .formatted(module, file, COMMAND, difference(listed)));
    }
  }

  private String difference(List<String> listed) {
    Set<String> before = withOwners(listed);
    Set<String> after = withOwners(lines);
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
        .collect(Collectors.joining("\n"));
  }

  /** Each member behind the type it belongs to. */
  private static Set<String> withOwners(List<String> lines) {
    Set<String> all = new LinkedHashSet<>();
    String owner = "";
    for (String line : lines) {
      boolean isMember = line.startsWith("  ");
      all.add(isMember ? owner + line : line);
      owner = isMember ? owner : line;
    }
    return all;
  }

  private void refuseHiddenTypes() {
    String names = hidden.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Pattern hiddenType = Pattern.compile("(?<![\\w.])(" + names + ")\\.[A-Z]");
    List<String> unnameable =
        lines.stream()
            // A service is found by its interface; what provides it may be hidden.
            .filter(line -> !hidden.isEmpty() && !line.startsWith("  provides "))
            .filter(hiddenType.asPredicate())
            .toList();
    if (!unnameable.isEmpty()) {
      throw new AssertionError(
          "The API of " + module + " names types that are not exported: " + unnameable);
    }
  }
}
