package dev.gatewayz.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;

/**
 * Turns interfaces for LangChain4j's {@code AiServices} into prompts. An interface with something
 * that has no counterpart (a memory, a stream of tokens, a template in a file) stays as it is.
 */
public final class LangChain4jInterfaces extends Recipe {
  private static final String CLIENT = "dev.gatewayz.annotation.GatewayzClient";
  private static final String PROMPT = "dev.gatewayz.annotation.GatewayzPrompt";

  /** What the new annotations are, for a project that does not have them yet. */
  private static final String[] ANNOTATIONS = {
    "package dev.gatewayz.annotation; public @interface GatewayzClient { String model(); }",
    "package dev.gatewayz.annotation; public @interface GatewayzPrompt {"
        + " String system() default \"\"; String value(); }"
  };

  @Option(
      displayName = "Model",
      description = "The model that the clients ask.",
      example = "gatewayz/openai/gpt-4o-mini")
  private final String model;

  /** Made by OpenRewrite, from a recipe that names the model. */
  public LangChain4jInterfaces(String model) {
    this.model = model;
  }

  /** The model that the clients ask. */
  public String getModel() {
    return model;
  }

  @Override
  public String getDisplayName() {
    return "Turn LangChain4j's AI services into prompts";
  }

  @Override
  public String getDescription() {
    return "Interfaces with `@UserMessage` or `@SystemMessage` become interfaces with"
        + " `@GatewayzPrompt`; what has no counterpart is left alone.";
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Preconditions.check(
        Preconditions.or(
            new UsesType<>(ServiceMethod.USER_MESSAGE, false),
            new UsesType<>(ServiceMethod.SYSTEM_MESSAGE, false)),
        new Interfaces(model));
  }

  private static final class Interfaces extends JavaIsoVisitor<ExecutionContext> {
    private final String model;

    Interfaces(String model) {
      this.model = model;
    }

    @Override
    public J.ClassDeclaration visitClassDeclaration(
        J.ClassDeclaration declared, ExecutionContext context) {
      J.ClassDeclaration type = super.visitClassDeclaration(declared, context);
      List<Statement> statements = new ArrayList<>();
      boolean isService = false;
      for (Statement statement : type.getBody().getStatements()) {
        if (statement instanceof J.MethodDeclaration method && ServiceMethod.isOne(method)) {
          ServiceMethod service = ServiceMethod.read(method);
          if (service == null) {
            return declared;
          }
          isService = true;
          statements.add(prompt(service, type));
        } else {
          statements.add(statement);
        }
      }
      if (!isService || type.getKind() != J.ClassDeclaration.Kind.Type.Interface) {
        return declared;
      }
      ServiceMethod.TYPES.forEach(this::maybeRemoveImport);
      maybeAddImport(CLIENT, null, false);
      maybeAddImport(PROMPT, null, false);
      type = type.withBody(type.getBody().withStatements(statements));
      return template("@GatewayzClient(model = \"" + model + "\")", CLIENT)
          .apply(
              new Cursor(getCursor().getParentOrThrow(), type),
              type.getCoordinates().addAnnotation(first()));
    }

    private J.MethodDeclaration prompt(ServiceMethod service, J.ClassDeclaration type) {
      J.MethodDeclaration method = service.withoutAnnotations();
      String system = service.system();
      String start = system == null ? "" : "system = " + system + ", value = ";
      return template("@GatewayzPrompt(" + start + service.user() + ")", PROMPT)
          .apply(
              new Cursor(
                  new Cursor(new Cursor(getCursor().getParentOrThrow(), type), type.getBody()),
                  method),
              method.getCoordinates().addAnnotation(first()));
    }

    private static Comparator<J.Annotation> first() {
      return Comparator.comparing(J.Annotation::getSimpleName);
    }

    private static JavaTemplate template(String code, String annotation) {
      return JavaTemplate.builder(code)
          .imports(annotation)
          .javaParser(JavaParser.fromJavaVersion().dependsOn(ANNOTATIONS))
          .build();
    }
  }
}
