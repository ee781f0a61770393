package dev.gatewayz.benchmarks.run;

import dev.gatewayz.benchmarks.client.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run was asked for, as in {@code rounds=9 clients=floor,gatewayz}.
 *
 * @param values by name
 */
public record Settings(Map<String, String> values) {

  /** Reads arguments of the form {@code name=value}. */
  public static Settings of(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("Write name=value instead of \"" + argument + "\".");
      }
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new Settings(values);
  }

  /** A whole number. */
  public int number(String name, int otherwise) {
    return Integer.parseInt(values.getOrDefault(name, Integer.toString(otherwise)));
  }

  /** Whole numbers. */
  public int[] numbers(String name, String otherwise) {
    return Stream.of(values.getOrDefault(name, otherwise).split(",", -1))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Words with commas between them. */
  public List<String> words(String name, String otherwise) {
    return Stream.of(values.getOrDefault(name, otherwise).split(",", -1))
        .filter(word -> !word.isBlank())
        .toList();
  }

  /** The clients. */
  public List<Kind> clients(Kind... otherwise) {
    String labels = values.get("clients");
    return labels == null
        ? List.of(otherwise)
        : Stream.of(labels.split(",", -1)).map(Kind::of).toList();
  }

  /** Whether to use TLS. */
  public boolean isSecure() {
    return "true".equals(values.get("tls"));
  }

  /** Further options of the clients' JVMs, semicolons between them. */
  public List<String> jvmOptions() {
    String options = values.getOrDefault("jvm", "");
    return options.isEmpty() ? List.of() : List.of(options.split(";", -1));
  }

  /** The same with further options of the clients' JVMs. */
  Settings withJvmOptions(String options) {
    Map<String, String> more = new HashMap<>(values);
    more.merge("jvm", options, (some, others) -> some + ";" + others);
    return new Settings(more);
  }

  /** The {@code java} that runs the clients. */
  public String java() {
    return values.getOrDefault("java", System.getProperty("java.home") + "/bin/java");
  }
}
