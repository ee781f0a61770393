package dev.gatewayz;

import dev.gatewayz.internal.syntax.JsonSyntax;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How requests to some models differ from what is asked for, because these models take it otherwise
 * or not at all: a member under another name, with another value, or left out. It counts whoever
 * sets the member and however the model came to be asked, as a fallback too. Immutable.
 */
public final class ModelRule {
  private final List<Pattern> models;
  private final List<Edit> edits;

  /**
   * One change to the members of a request.
   *
   * @param to the new name, {@code null} if it keeps its own
   * @param json the new value, {@code null} if it keeps its own or is left out
   */
  private record Edit(String name, @Nullable String to, @Nullable String json) {}

  private ModelRule(List<Pattern> models, List<Edit> edits) {
    this.models = models;
    this.edits = List.copyOf(edits);
  }

  /**
   * {@return a rule for some models that changes nothing yet}
   *
   * @param models names with or without their {@code gatewayz/} prefix, in which {@code *} stands
   *     for any characters, as in {@code openai/o*}
   * @throws IllegalArgumentException if there is none, or one is blank
   */
  public static ModelRule forModels(String... models) {
    List<Pattern> patterns = new ArrayList<>();
    for (String model : models) {
      if (model.isBlank()) {
        throw new IllegalArgumentException("The name of a model is blank.");
      }
      patterns.add(pattern(model));
    }
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("A rule needs the name of a model, as in \"openai/o*\".");
    }
    return new ModelRule(patterns, List.of());
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (String constant : withoutPrefix(glob.strip()).split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(constant));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String withoutPrefix(String model) {
    return model.startsWith(ModelName.PREFIX) ? model.substring(ModelName.PREFIX.length()) : model;
  }

  /**
   * Sends a member under another name, as in {@code rename("max_tokens", "max_completion_tokens")}.
   * Where the other name is set, too, that one counts.
   *
   * @param member the wire name as it is set
   * @param to the wire name as it is sent
   * @return the same rule, with this change after those it has
   * @throws IllegalArgumentException if one is a member that the client writes itself
   */
  public ModelRule rename(String member, String to) {
    return with(new Edit(JsonSyntax.requireMember(member), JsonSyntax.requireMember(to), null));
  }

  /**
   * Sends a member with this value, whatever is asked for, as in {@code send("max_tokens",
   * "null")}.
   *
   * @param member the wire name
   * @param json the value as JSON text
   * @return the same rule, with this change after those it has
   * @throws IllegalArgumentException if it is not JSON, or the client writes that member itself
   */
  public ModelRule send(String member, String json) {
    String value = JsonSyntax.requireValue("The member " + member, json);
    return with(new Edit(JsonSyntax.requireMember(member), null, value));
  }

  /**
   * Leaves members out, as in {@code leaveOut("temperature", "top_p")}.
   *
   * @param members wire names
   * @return the same rule, with these changes after those it has
   * @throws IllegalArgumentException if one is a member that the client writes itself
   */
  public ModelRule leaveOut(String... members) {
    ModelRule rule = this;
    for (String member : members) {
      rule = rule.with(new Edit(JsonSyntax.requireMember(member), null, null));
    }
    return rule;
  }

  private ModelRule with(Edit edit) {
    List<Edit> more = new ArrayList<>(edits);
    more.add(edit);
    return new ModelRule(models, more);
  }

  /**
   * {@return whether the rule is for a model, with or without its prefix}
   *
   * @param model the model asked
   */
  public boolean isFor(String model) {
    String name = withoutPrefix(model);
    return models.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  /**
   * {@return what is sent instead of some members}
   *
   * @param members by wire name, each value as JSON text
   */
  public Map<String, String> apply(Map<String, String> members) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    for (Edit edit : edits) {
      if (edit.json() != null) {
        changed.put(edit.name(), edit.json());
        continue;
      }
      String value = changed.remove(edit.name());
      if (edit.to() != null && value != null) {
        changed.putIfAbsent(edit.to(), value);
      }
    }
    return changed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelRule that
        && edits.equals(that.edits)
        && names().equals(that.names());
  }

  @Override
  public int hashCode() {
    return Objects.hash(names(), edits);
  }

  private List<String> names() {
    return models.stream().map(Pattern::pattern).toList();
  }

  @Override
  public String toString() {
    return "ModelRule[" + names() + ", " + edits + "]";
  }
}
