package dev.gatewayz.processor.model;

import com.palantir.javapoet.ClassName;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a prompt says about tools.
 *
 * @param types whose methods the model may have called
 * @param rounds how often, if that is said
 * @param choice whether and which the model must ask for, if that is said
 * @param origin where the types are named
 */
public record ToolUse(
    List<ToolType> types,
    Optional<Attribute<Integer>> rounds,
    Optional<Attribute<String>> choice,
    Origin origin) {
  /** Choices that name no tool. */
  public static final Set<String> MODES = Set.of("auto", "none", "required");

  /** Rounds where nothing is said. */
  private static final int ROUNDS = 8;

  /** Copies the list. */
  public ToolUse {
    types = List.copyOf(types);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return types.isEmpty();
  }

  /** All tools. */
  public List<Tool> tools() {
    return types.stream().flatMap(type -> type.tools().stream()).toList();
  }

  /** The classes that have them. */
  public List<ClassName> classes() {
    return types.stream().map(ToolType::java).toList();
  }

  /** How often the model may ask for tools. */
  public int mostRounds() {
    return rounds.map(Attribute::value).orElse(ROUNDS);
  }
}
