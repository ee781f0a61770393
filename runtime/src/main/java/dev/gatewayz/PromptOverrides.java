package dev.gatewayz;

import dev.gatewayz.internal.override.OverrideFile;
import dev.gatewayz.internal.override.OverrideText;
import dev.gatewayz.internal.override.Overrides;
import dev.gatewayz.internal.override.Shares;
import dev.gatewayz.internal.override.TemplateOverride;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Templates that take the place of compiled ones in experiments, for all calls of a prompt or for a
 * part of them. Only templates of the user's and the system message are replaced: examples,
 * options, tools and the schema of the answer stay.
 *
 * <p>The interface of a prompt must have been compiled with {@code -Agatewayz.overrides=true}. When
 * a client of it is made, each override is checked against the parameters of its prompt as the
 * compiler checks templates; one that has a mistake is an {@link IllegalArgumentException}. What is
 * no template for any prompt, such as a section without an end, is refused here. Immutable.
 */
public final class PromptOverrides {
  private static final String OF_SYSTEM = "/system";

  private final Map<String, TemplateOverride> byId;
  private final long seed;

  private PromptOverrides(Map<String, TemplateOverride> byId, long seed) {
    this.byId = byId;
    this.seed = seed;
  }

  private static PromptOverrides of(String place, Map<String, TemplateOverride> byId) {
    if (byId.isEmpty()) {
      throw new IllegalArgumentException("There are no overrides in " + place + ".");
    }
    byId.values().forEach(TemplateOverride::requireTemplates);
    return new PromptOverrides(byId, ThreadLocalRandom.current().nextLong());
  }

  /**
   * Makes overrides for all calls of some prompts.
   *
   * @param templates templates of the user's message by the id of the prompt, as in {@code
   *     com.acme.Haikus.write}; those of the system message by the same with {@code /system} behind
   *     it
   * @return overrides that every call of those prompts takes
   * @throws IllegalArgumentException if there are none, or one is no template
   */
  public static PromptOverrides of(Map<String, String> templates) {
    Map<String, TemplateOverride> byId = new LinkedHashMap<>();
    templates.forEach(
        (name, template) -> {
          boolean isSystem = name.endsWith(OF_SYSTEM);
          String id = isSystem ? name.substring(0, name.length() - OF_SYSTEM.length()) : name;
          Map<String, OverrideText> texts = new TreeMap<>();
          TemplateOverride known = byId.get(id);
          if (known != null) {
            texts.putAll(known.byRole());
          }
          String role = isSystem ? TemplateOverride.SYSTEM : TemplateOverride.USER;
          texts.put(role, new OverrideText("override", 0, template));
          byId.put(id, new TemplateOverride(id, 1, texts));
        });
    return of("the map", byId);
  }

  /**
   * {@return the overrides of a text file, in the form of {@link #toText()}}
   *
   * @param file in UTF-8
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it is not whole, or has a line that says nothing, or one is
   *     no template
   */
  public static PromptOverrides file(Path file) {
    try {
      String name = String.valueOf(file.getFileName());
      return of(name, OverrideFile.read(name, Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the same, for a part of the calls of each prompt}
   *
   * @param share from 0 to 1
   * @see CallOptions.Builder#experimentKey
   */
  public PromptOverrides share(double share) {
    Shares.require(share);
    Map<String, TemplateOverride> shared = new LinkedHashMap<>();
    byId.forEach((id, override) -> shared.put(id, override.withShare(share)));
    return new PromptOverrides(shared, seed);
  }

  /**
   * {@return the same, for a part of the calls of one prompt}
   *
   * @param promptId as in {@code com.acme.Haikus.write}
   * @param share from 0 to 1
   * @throws IllegalArgumentException if there is no override for that prompt
   */
  public PromptOverrides share(String promptId, double share) {
    Shares.require(share);
    TemplateOverride known = byId.get(Objects.requireNonNull(promptId, "promptId"));
    if (known == null) {
      throw new IllegalArgumentException("There is no override for the prompt " + promptId + ".");
    }
    Map<String, TemplateOverride> shared = new LinkedHashMap<>(byId);
    shared.put(promptId, known.withShare(share));
    return new PromptOverrides(shared, seed);
  }

  /**
   * {@return the same, with that seed for calls that have no key} Default: another one each time.
   *
   * @param seed any number; the same calls in the same order then take an override
   */
  public PromptOverrides seed(long seed) {
    return new PromptOverrides(byId, seed);
  }

  /** {@return the prompts that there are overrides for} */
  public Set<String> promptIds() {
    return new TreeSet<>(byId.keySet());
  }

  /**
   * {@return the overrides as text: a line {@code @@ prompt com.acme.Haikus.write share 0.2} for
   * each prompt, below it {@code @@ user} or {@code @@ system} and the template, and at the end
   * {@code @@ end} with the number of prompts and a digest}
   */
  public String toText() {
    return OverrideFile.write(byId);
  }

  /** For one client. */
  Overrides forClient() {
    return new Overrides(byId, seed);
  }

  @Override
  public String toString() {
    return "PromptOverrides" + promptIds();
  }
}
