package dev.gatewayz.internal.binding;

import java.util.List;
import java.util.Set;

/**
 * The messages of a prompt, with every name given its meaning.
 *
 * @param steps what writes the messages
 * @param fragments methods that the steps call
 * @param texts the templates, in the order in which they are sent
 * @param required parameters that must not be {@code null} even where no text shows it
 * @param names every part of a name in the templates
 * @param mistakes what is wrong with the templates; the rest is not to be relied on if one is an
 *     error
 * @param caching how much of the messages providers can keep
 */
public record BoundMessages(
    List<Step> steps,
    List<Fragment> fragments,
    List<RoleText> texts,
    List<Variable> required,
    Set<String> names,
    List<Mistake> mistakes,
    Caching caching) {

  /** Copies the collections. */
  public BoundMessages {
    steps = List.copyOf(steps);
    fragments = List.copyOf(fragments);
    texts = List.copyOf(texts);
    required = List.copyOf(required);
    names = Set.copyOf(names);
    mistakes = List.copyOf(mistakes);
  }

  /** Whether the templates cannot be used. */
  public boolean haveErrors() {
    return mistakes.stream().anyMatch(mistake -> mistake.message().isError());
  }

  /** A template and the role it is sent with. */
  public record RoleText(String role, String template) {}

  /**
   * How much of the messages providers can keep.
   *
   * @param isMarked whether something is marked
   * @param firstChange what may differ from call to call first; empty if nothing does
   * @param lost how many characters behind that are the same in every call
   */
  public record Caching(boolean isMarked, String firstChange, int lost) {}
}
