package dev.gatewayz.eval.internal.json;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where two documents differ first, paths that are ignored left out. Numbers are compared by value,
 * members in any order, items in theirs.
 */
public final class JsonDifference {
  private final List<Pattern> ignored;

  /**
   * With paths as in {@code $.id}, {@code $.items[*].price} or {@code $..time}: {@code *} stands
   * for any name or place, {@code ..} for any number of steps.
   *
   * @throws IllegalArgumentException if a path does not begin with {@code $}
   */
  public JsonDifference(List<String> ignoredPaths) {
    ignored = ignoredPaths.stream().map(JsonDifference::pattern).toList();
  }

  private static Pattern pattern(String path) {
    if (!path.startsWith("$")) {
      throw new IllegalArgumentException(
          "The path \"" + path + "\" must begin with $, as in $.items[*].price.");
    }
    String regex =
        Pattern.compile("\\.\\.|\\[\\*\\]|\\.\\*|[^.\\[*]+|.", Pattern.DOTALL)
            .matcher(path)
            .results()
            .map(part -> part.group())
            .map(
                part ->
                    switch (part) {
                      case ".." -> "(?:.*)\\.";
                      case "[*]" -> "\\[\\d+\\]";
                      case ".*" -> "\\.[^.\\[]+";
                      default -> Pattern.quote(part);
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  /** The first difference in words, empty if there is none. */
  public Optional<String> of(@Nullable Object expected, @Nullable Object found) {
    return of("$", expected, found);
  }

  private Optional<String> of(String path, @Nullable Object expected, @Nullable Object found) {
    if (ignored.stream().anyMatch(pattern -> pattern.matcher(path).matches())) {
      return Optional.empty();
    }
    if (expected instanceof Map<?, ?> one && found instanceof Map<?, ?> other) {
      return members(path, one, other);
    }
    if (expected instanceof List<?> one && found instanceof List<?> other) {
      return items(path, one, other);
    }
    boolean isSame =
        (expected instanceof BigDecimal one && found instanceof BigDecimal other)
            ? one.compareTo(other) == 0
            : java.util.Objects.equals(expected, found);
    return isSame
        ? Optional.empty()
        : Optional.of(
            path
                + " is "
                + JsonTree.text(found)
                + " where "
                + JsonTree.text(expected)
                + " was expected");
  }

  private Optional<String> members(String path, Map<?, ?> expected, Map<?, ?> found) {
    Set<Object> names = new LinkedHashSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (Object name : names) {
      String place = path + "." + name;
      Optional<String> difference =
          expected.containsKey(name) && found.containsKey(name)
              ? of(place, expected.get(name), found.get(name))
              : missing(place, expected.containsKey(name));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> missing(String place, boolean isExpected) {
    return ignored.stream().anyMatch(pattern -> pattern.matcher(place).matches())
        ? Optional.empty()
        : Optional.of(place + (isExpected ? " is missing" : " was not expected"));
  }

  private Optional<String> items(String path, List<?> expected, List<?> found) {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String place = path + "[" + i + "]";
      Optional<String> difference =
          i < expected.size() && i < found.size()
              ? of(place, expected.get(i), found.get(i))
              : missing(place, i < expected.size());
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }
}
