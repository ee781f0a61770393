package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A method that the model may have called.
 *
 * @param name what the model calls it
 * @param description what it does, empty if that is not said
 * @param method its name in Java
 * @param isStatic whether it belongs to no object
 * @param parameters what the model gives it
 * @param arguments the object that holds them
 * @param result what it returns, or what its future brings; empty for nothing
 * @param isLater whether it returns a future
 * @param fatal exceptions that end the call of the prompt
 * @param needsApproval whether somebody must approve its calls
 * @param origin the method
 */
public record Tool(
    String name,
    String description,
    String method,
    boolean isStatic,
    List<Member> parameters,
    Structure arguments,
    Optional<JavaType> result,
    boolean isLater,
    List<TypeName> fatal,
    boolean needsApproval,
    Origin origin) {

  /** Copies the lists. */
  public Tool {
    parameters = List.copyOf(parameters);
    fatal = List.copyOf(fatal);
  }
}
