package dev.gatewayz.codegen;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of the tools of a prompt, found as models write them. */
final class ToolNames {
  /**
   * Namespaces in which models were taught to call, the number of the call behind the name, and the
   * tokens of gpt-oss around it.
   */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:.*<\\|.*\\bto=)?(?:(?:functions?|tools?|default_api)[.:/])?(.*?)(?::\\d{1,9})?"
              + "(?:\\s*<\\|.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final List<String> names;

  ToolNames(List<String> names) {
    this.names = names;
  }

  /** The tool that is meant by what a model has written; {@code null} if it is none, or several. */
  @Nullable String meant(String written) {
    if (names.contains(written)) {
      return written;
    }
    Matcher bare = WRITTEN.matcher(written.strip());
    String name = bare.matches() ? bare.group(1).strip() : written;
    if (names.contains(name)) {
      return name;
    }
    List<String> alike = names.stream().filter(name::equalsIgnoreCase).toList();
    return alike.size() == 1 ? alike.get(0) : null;
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
