package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hashes of an interface's prompts, as the compiler has listed them. */
final class PromptHashes {
  private PromptHashes() {}

  /** The hashes by the prompts' ids. */
  static SortedMap<String, String> of(Class<?> type) {
    String name = "META-INF/gatewayz/prompts/" + type.getName() + ".json";
    ClassLoader loader = type.getClassLoader();
    try (InputStream list = loader == null ? null : loader.getResourceAsStream(name)) {
      if (list == null) {
        throw new IllegalArgumentException(
            type.getName() + " has no prompts: there is no " + name + " on the class path.");
      }
      SortedMap<String, String> hashes = new TreeMap<>();
      for (JsonValue prompt : JsonValue.parse(list.readAllBytes()).get("prompts").items()) {
        hashes.put(prompt.get("id").text().orElse("?"), prompt.get("hash").text().orElse("?"));
      }
      return hashes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
