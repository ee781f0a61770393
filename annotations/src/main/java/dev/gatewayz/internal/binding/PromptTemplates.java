package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the messages of a prompt are made of.
 *
 * @param owner the interface that declares it
 * @param name the method's name
 * @param isNameless whether the parameters lost their names in a class file
 * @param variables its parameters
 * @param trustedInSystem untrusted parameters that the system message may use nevertheless
 * @param system the system message, if there is one
 * @param examples what comes between the system message and the history
 * @param user the user message; empty if it could not be found, which has been reported
 * @param isCached whether what is the same in every call is marked for providers to keep
 * @param origin the method
 * @param annotation the annotation
 */
public record PromptTemplates(
    String owner,
    String name,
    boolean isNameless,
    List<Variable> variables,
    Set<String> trustedInSystem,
    Optional<TemplateText> system,
    List<Example> examples,
    Optional<TemplateText> user,
    boolean isCached,
    TemplateOrigin origin,
    TemplateOrigin annotation) {

  /** Copies the collections. */
  public PromptTemplates {
    variables = List.copyOf(variables);
    trustedInSystem = Set.copyOf(trustedInSystem);
    examples = List.copyOf(examples);
  }

  /** A question and the answer that would have been right. */
  public record Example(TemplateText user, TemplateText assistant) {}

  /** Whether templates can tell its parameters apart by their labels. */
  public boolean hasDistinctLabels() {
    Set<String> labels = new HashSet<>();
    return variables.stream()
        .map(Variable::label)
        .allMatch(label -> Name.isPart(label) && labels.add(label));
  }

  List<Variable> withRole(Variable.Role role) {
    return variables.stream().filter(v -> v.role() == role).toList();
  }
}
