package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.PromptTemplates;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A prompt as its author wrote it.
 *
 * @param name the method's name
 * @param id its own part of its id, if that is said
 * @param parameters the method's parameters
 * @param varargs whether the last parameter takes any number of arguments
 * @param returns the method's return type
 * @param shape how the answer arrives; empty if that was not understood, which has been reported
 * @param nameless whether the parameters lost their names in a class file
 * @param text the templates
 * @param settings what the annotation sets
 * @param unset names of attributes of the interface that do not hold for it
 * @param strict whether the server is to enforce the schema, if that is said
 * @param repair how often to ask again for an answer that fits, if that is said
 * @param snapshots whether a stream carries the answer as it grows, if that is said
 * @param tools what it says about tools; empty if a type of tools has mistakes, which has been
 *     reported
 * @param owner the interface that declares it
 * @param origin the method
 * @param annotation the annotation
 */
public record PromptDeclaration(
    String name,
    Optional<Attribute<String>> id,
    List<Parameter> parameters,
    boolean varargs,
    TypeName returns,
    Optional<ReturnShape> shape,
    boolean nameless,
    PromptText text,
    Settings settings,
    List<Attribute<String>> unset,
    Optional<Attribute<Boolean>> strict,
    Optional<Attribute<Integer>> repair,
    Optional<Attribute<Boolean>> snapshots,
    Optional<ToolUse> tools,
    String owner,
    Origin origin,
    Origin annotation) {

  /** Copies the list. */
  public PromptDeclaration {
    parameters = List.copyOf(parameters);
    unset = List.copyOf(unset);
  }

  /** Its own part of its id: the method's name unless another is given. */
  public String idName() {
    return id.map(Attribute::value).orElse(name);
  }

  /** Whether its return type and its tools were understood. */
  public boolean isComplete() {
    return shape.isPresent() && tools.isPresent();
  }

  /**
   * What its messages are made of.
   *
   * @param system the system message
   * @param user the user message
   * @param isCached whether providers are to keep what is the same in every call
   */
  public PromptTemplates templates(
      Optional<TemplateText> system, Optional<TemplateText> user, boolean isCached) {
    return new PromptTemplates(
        owner,
        name,
        nameless,
        parameters.stream().map(Parameter::variable).toList(),
        text.untrustedInSystem().stream().map(Attribute::value).collect(Collectors.toSet()),
        system,
        text.examples(),
        user,
        isCached,
        origin,
        annotation);
  }
}
