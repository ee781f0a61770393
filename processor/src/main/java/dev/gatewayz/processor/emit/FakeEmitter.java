package dev.gatewayz.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.ReturnShapeVisitor;
import javax.lang.model.element.Modifier;

/** Writes the class that implements a prompt interface for tests: it asks a test for answers. */
public final class FakeEmitter {
  private static final String CLIENT_PREFIX = "Gatewayz";

  private FakeEmitter() {}

  /** The source of the class. */
  public static GeneratedClass emit(Client client) {
    ClientDeclaration declaration = client.declaration();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name(declaration))
            .addJavadoc("Implements {@link $T} for tests.\n", declaration.type())
            .addAnnotation(
                AnnotationSpec.builder(ClassNames.GENERATED)
                    .addMember("format", "$L", ClientEmitter.FORMAT)
                    .build())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(declaration.type())
            .addField(ClassNames.FAKE_CALLS, "calls", Modifier.PRIVATE, Modifier.FINAL);
    if (declaration.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    ClientEmitter.suppress(declaration, type);
    type.addMethod(constructor(declaration));
    declaration.prompts().stream().map(FakeEmitter::method).forEach(type::addMethod);
    return GeneratedClass.of(
        declaration,
        name(declaration),
        type.build(),
        HiddenNames.in(client),
        HiddenNames.areBeside(client));
  }

  /** What the class is called: as the client, with another beginning. */
  public static ClassName name(ClientDeclaration client) {
    ClassName implementation = client.implementation();
    return implementation.peerClass(
        "Fake" + implementation.simpleName().substring(CLIENT_PREFIX.length()));
  }

  private static MethodSpec constructor(ClientDeclaration client) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(ClassNames.FAKE_CALLS, "calls")
            .addStatement("this.calls = calls");
    CodeBlock names =
        client.prompts().stream()
            .map(prompt -> CodeBlock.of(",$W$L", Ascii.literal(prompt.idName())))
            .collect(CodeBlock.joining(""));
    constructor.addStatement("calls.prompts($S$L)", client.type().canonicalName(), names);
    return client.isPublic()
        ? constructor.addModifiers(Modifier.PUBLIC).build()
        : constructor.build();
  }

  private static MethodSpec method(PromptDeclaration prompt) {
    if (prompt.shape().isEmpty()) {
      return MethodRule.broken(prompt);
    }
    CodeBlock arguments =
        prompt.parameters().stream()
            .map(Parameter::name)
            .map(CodeBlock::of)
            .collect(CodeBlock.joining(", "));
    CodeBlock call =
        CodeBlock.of("$L, new $T[] {$L}", Ascii.literal(prompt.idName()), Object.class, arguments);
    String self = isHidden(prompt) ? "this.calls" : "calls";
    return MethodRule.signature(prompt)
        .addStatement("return $L", prompt.shape().orElseThrow().accept(new Ask(self, call)))
        .build();
  }

  private static boolean isHidden(PromptDeclaration prompt) {
    return prompt.parameters().stream().anyMatch(parameter -> parameter.name().equals("calls"));
  }

  /** The call that asks for an answer of a shape. */
  private record Ask(String calls, CodeBlock arguments) implements ReturnShapeVisitor<CodeBlock> {

    @Override
    public CodeBlock single(ReturnShape.Single single) {
      TypeName answer =
          single
              .answer()
              .match(
                  text -> TypeName.get(String.class),
                  typed -> typed.structure().root().java().box());
      return by(ReturnRule.method(single), answer);
    }

    @Override
    public CodeBlock textPublisher(ReturnShape.TextPublisher publisher) {
      return by("stream", TypeName.get(String.class));
    }

    @Override
    public CodeBlock chunkPublisher(ReturnShape.ChunkPublisher publisher) {
      return by("stream", ClassNames.CHAT_CHUNK);
    }

    @Override
    public CodeBlock elementPublisher(ReturnShape.ElementPublisher publisher) {
      return by("stream", publisher.element().root().java().box());
    }

    @Override
    public CodeBlock snapshotPublisher(ReturnShape.SnapshotPublisher publisher) {
      return by("stream", publisher.value().root().java().box());
    }

    @Override
    public CodeBlock blocking(ReturnShape.Blocking blocking) {
      return CodeBlock.of("$L.blocking()", blocking.publisher().accept(this));
    }

    @Override
    public CodeBlock adapted(ReturnShape.Adapted adapted) {
      return ReturnRule.adapt(adapted.adapter(), adapted.publisher().accept(this));
    }

    private CodeBlock by(String method, TypeName answer) {
      return CodeBlock.of("$L.<$T>$L($L)", calls, answer, method, arguments);
    }
  }
}
