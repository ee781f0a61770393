package dev.gatewayz.processor.read;

import java.util.Locale;
import java.util.Optional;

/** How Jackson's strategies spell the names of properties. */
enum NameStyle {
  SNAKE_CASE("SnakeCaseStrategy"),
  UPPER_SNAKE_CASE("UpperSnakeCaseStrategy"),
  KEBAB_CASE("KebabCaseStrategy"),
  LOWER_DOT_CASE("LowerDotCaseStrategy"),
  LOWER_CASE("LowerCaseStrategy"),
  UPPER_CAMEL_CASE("UpperCamelCaseStrategy"),
  LOWER_CAMEL_CASE("LowerCamelCaseStrategy");

  private final String strategy;

  NameStyle(String strategy) {
    this.strategy = strategy;
  }

  /** The style of a strategy of Jackson's own, by the qualified name of its class. */
  static Optional<NameStyle> of(String strategy) {
    for (NameStyle style : values()) {
      if (JsonLibraries.isOfJackson(strategy) && strategy.endsWith("." + style.strategy)) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }

  String spell(String name) {
    return switch (this) {
      case SNAKE_CASE -> snake(name);
      case UPPER_SNAKE_CASE -> snake(name).toUpperCase(Locale.ROOT);
      case KEBAB_CASE -> parted(name, '-');
      case LOWER_DOT_CASE -> parted(name, '.');
      case LOWER_CASE -> name.toLowerCase(Locale.ROOT);
      case UPPER_CAMEL_CASE -> upperFirst(name);
      case LOWER_CAMEL_CASE -> name;
    };
  }

  private static String upperFirst(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code some_htmlpage} for {@code someHTMLPage}. */
  private static String snake(String name) {
    StringBuilder out = new StringBuilder();
    boolean wasUpper = false;
    for (int i = name.startsWith("_") ? 1 : 0; i < name.length(); i++) {
      boolean isUpper = Character.isUpperCase(name.charAt(i));
      boolean isInside = out.length() > 0 && out.charAt(out.length() - 1) != '_';
      if (isUpper && !wasUpper && isInside) {
        out.append('_');
      }
      wasUpper = isUpper;
      out.append(Character.toLowerCase(name.charAt(i)));
    }
    return out.toString();
  }

  /** {@code some-html-page} for {@code someHTMLPage}. */
  private static String parted(String name, char separator) {
    StringBuilder out = new StringBuilder();
    int upperCases = 0;
    for (int i = 0; i < name.length(); i++) {
      char lower = Character.toLowerCase(name.charAt(i));
      if (lower == name.charAt(i)) {
        if (upperCases > 1) {
          out.insert(out.length() - 1, separator);
        }
        upperCases = 0;
      } else {
        if (upperCases == 0 && i > 0) {
          out.append(separator);
        }
        upperCases++;
      }
      out.append(lower);
    }
    return out.toString();
  }
}
