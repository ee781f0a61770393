package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.gatewayz.internal.binding.Fragment;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** One method for each prompt: it renders the request and sends it. */
final class MethodRule {
  private MethodRule() {}

  static MethodSpec sound(
      Prompt prompt,
      String constant,
      boolean isOverridable,
      Segments segments,
      Readers readers,
      ToolRule tools) {
    PromptDeclaration declaration = prompt.declaration();
    StepEmitter emitter =
        isOverridable
            ? StepEmitter.overridable(begin(declaration, constant), segments)
            : new StepEmitter(segments, constant + ".render()");
    for (Variable parameter : prompt.messages().required()) {
      emitter.call(".require(" + Ascii.literal(parameter.label()) + ", " + parameter.name() + ")");
    }
    emitter.emit(prompt.messages().steps());
    if (isOverridable) {
      emitter.endControlFlow();
    }
    for (Parameter parameter : declaration.parameters()) {
      if (parameter.role() == Variable.Role.OPTIONS) {
        emitter.call(".options(" + parameter.name() + ")");
      }
    }
    declaration
        .repair()
        .filter(repair -> repair.value() > 0)
        .ifPresent(repair -> emitter.call(".repair(" + repair.value() + ")"));
    String toolCall = tools.call(prompt);
    if (!toolCall.isEmpty()) {
      emitter.call(toolCall);
    }
    CodeBlock result = emitter.result();
    return signature(declaration)
        .addCode(emitter.statements())
        .addStatement(
            "return $L",
            new ReturnRule("client", readers).send(declaration.shape().orElseThrow(), result))
        .build();
  }

  /** What begins a rendering that other templates may have written already. */
  private static CodeBlock begin(PromptDeclaration prompt, String constant) {
    String options =
        prompt.parameters().stream()
            .filter(parameter -> parameter.role() == Variable.Role.OPTIONS)
            .map(Parameter::name)
            .findFirst()
            .orElse("null");
    String arguments =
        prompt.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    return CodeBlock.of(
        "client.render($L, $L, new $T[] {$L})", constant, options, Object.class, arguments);
  }

  /** A part of a rendering that contains itself. */
  static MethodSpec fragment(Fragment fragment, Segments segments) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(fragment.method())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(ClassNames.RENDERING, "rendering");
    fragment.parameters().forEach(p -> method.addParameter(Code.type(p.type()), p.name()));
    return method.addCode(StepEmitter.fragment(fragment.steps(), segments)).build();
  }

  /** Keeps the errors to those in the prompt itself: code that uses the client still compiles. */
  static MethodSpec broken(PromptDeclaration prompt) {
    return signature(prompt)
        .addStatement("throw new $T($S)", IllegalStateException.class, "This did not compile.")
        .build();
  }

  static MethodSpec.Builder signature(PromptDeclaration prompt) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(prompt.name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(prompt.returns())
            .varargs(prompt.varargs());
    for (Parameter parameter : prompt.parameters()) {
      method.addParameter(ParameterSpec.builder(parameter.javaType(), parameter.name()).build());
    }
    return method;
  }
}
