package dev.gatewayz.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The prompt interfaces of the application, by the catalogues that the processor has written.
 *
 * @param interfaces their names, as {@link Class#getName} has them
 */
record PromptNames(List<String> interfaces) {
  private static final String FOLDER = "META-INF/gatewayz/prompts/";
  private static final String SUFFIX = ".json";

  /** All on the class path. */
  static PromptNames on(ClassLoader loader) {
    try {
      Resource[] catalogues =
          new PathMatchingResourcePatternResolver(loader)
              .getResources("classpath*:" + FOLDER + "*" + SUFFIX);
      return new PromptNames(
          Stream.of(catalogues)
              .map(catalogue -> Objects.requireNonNull(catalogue.getFilename()))
              .map(file -> file.substring(0, file.length() - SUFFIX.length()))
              .distinct()
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The prompts of the application could not be listed.", e);
    }
  }

  /**
   * The interface or the id of the prompt that a property names.
   *
   * @param name a simple name, as in {@code HeadlineWriter} or {@code headline-writer}, a qualified
   *     one, or one of them with a prompt, as in {@code HeadlineWriter.headline}
   * @throws IllegalArgumentException if there is none, or more than one
   */
  String resolve(String name) {
    List<String> found =
        interfaces.stream().flatMap(each -> matches(each, name)).distinct().toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new IllegalArgumentException(
        found.isEmpty()
            ? "prompts." + name + " names no interface with prompts. There are: " + listed() + "."
            : "prompts." + name + " names several: " + String.join(", ", found) + ".");
  }

  /** Whether a property means one of these interfaces, or a prompt of one. */
  boolean names(String name) {
    return interfaces.stream().flatMap(each -> matches(each, name)).findAny().isPresent();
  }

  private static Stream<String> matches(String promptInterface, String name) {
    String qualified = promptInterface.replace('$', '.');
    if (name.equals(qualified) || name.startsWith(qualified + ".")) {
      return Stream.of(name);
    }
    String simple = simpleName(promptInterface);
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    return canonical(first).equals(canonical(simple))
        ? Stream.of(qualified + (dot < 0 ? "" : name.substring(dot)))
        : Stream.empty();
  }

  /** Whether no other interface has that simple name. */
  boolean isOnlyOne(String simpleName) {
    return interfaces.stream().filter(each -> simpleName(each).equals(simpleName)).count() == 1;
  }

  /** The last part of the name of an interface. */
  static String simpleName(String promptInterface) {
    return promptInterface.substring(
        Math.max(promptInterface.lastIndexOf('.'), promptInterface.lastIndexOf('$')) + 1);
  }

  private static String canonical(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** All, for an error. */
  String listed() {
    return interfaces.isEmpty() ? "none" : String.join(", ", interfaces);
  }
}
