package dev.gatewayz.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A method of an AI service whose annotations can be said in one {@code @GatewayzPrompt}.
 *
 * @param method as it is declared
 * @param system the source of the system message, a literal
 * @param user the source of the user's message, a literal
 */
record ServiceMethod(J.MethodDeclaration method, @Nullable String system, String user) {
  private static final String PACKAGE = "dev.langchain4j.service.";
  static final String USER_MESSAGE = PACKAGE + "UserMessage";
  static final String SYSTEM_MESSAGE = PACKAGE + "SystemMessage";
  private static final String VARIABLE = PACKAGE + "V";
  private static final String MEMORY_ID = PACKAGE + "MemoryId";

  /** The annotations that go. */
  static final List<String> TYPES = List.of(USER_MESSAGE, SYSTEM_MESSAGE, VARIABLE);

  /** What a prompt cannot return. */
  private static final Set<String> STREAMS = Set.of("TokenStream", "Result");

  /** Whether it has a message. */
  static boolean isOne(J.MethodDeclaration method) {
    return annotation(method.getLeadingAnnotations(), USER_MESSAGE) != null
        || annotation(method.getLeadingAnnotations(), SYSTEM_MESSAGE) != null;
  }

  /** Null, if something of it has no counterpart. */
  static @Nullable ServiceMethod read(J.MethodDeclaration method) {
    if (method.getReturnTypeExpression() != null
        && STREAMS.contains(simpleName(method.getReturnTypeExpression().toString()))) {
      return null;
    }
    J.Annotation systemMessage = annotation(method.getLeadingAnnotations(), SYSTEM_MESSAGE);
    J.Annotation userMessage = annotation(method.getLeadingAnnotations(), USER_MESSAGE);
    String system = systemMessage == null ? null : literal(systemMessage);
    String user = userMessage == null ? null : literal(userMessage);
    if ((systemMessage != null && system == null) || (userMessage != null && user == null)) {
      return null;
    }
    List<J.VariableDeclarations> parameters = parameters(method);
    for (J.VariableDeclarations parameter : parameters) {
      String name = parameter.getVariables().get(0).getSimpleName();
      if (annotation(parameter.getLeadingAnnotations(), MEMORY_ID) != null) {
        return null;
      }
      J.Annotation variable = annotation(parameter.getLeadingAnnotations(), VARIABLE);
      String alias = variable == null ? null : text(variable);
      if (alias != null) {
        system = renamed(system, alias, name);
        user = renamed(user, alias, name);
      }
      boolean isMessage = annotation(parameter.getLeadingAnnotations(), USER_MESSAGE) != null;
      boolean isAlone = parameters.size() == 1 && variable == null;
      if (user == null && (isMessage || isAlone)) {
        user = "\"{{" + name + "}}\"";
      } else if (parameters.size() == 1) {
        system = renamed(system, "it", name);
        user = renamed(user, "it", name);
      }
    }
    return user == null ? null : new ServiceMethod(method, system, user);
  }

  /** The method without what it was annotated with. */
  J.MethodDeclaration withoutAnnotations() {
    J.MethodDeclaration bare =
        method.withLeadingAnnotations(without(method.getLeadingAnnotations()));
    return bare.withParameters(
        ListUtils.map(
            bare.getParameters(),
            parameter ->
                parameter instanceof J.VariableDeclarations declared
                    ? plain(declared)
                    : parameter));
  }

  private static J.VariableDeclarations plain(J.VariableDeclarations parameter) {
    List<J.Annotation> kept = without(parameter.getLeadingAnnotations());
    if (kept.size() == parameter.getLeadingAnnotations().size()) {
      return parameter;
    }
    J.VariableDeclarations plain = parameter.withLeadingAnnotations(kept);
    if (kept.isEmpty() && plain.getTypeExpression() != null) {
      plain = plain.withTypeExpression(plain.getTypeExpression().withPrefix(Space.EMPTY));
    }
    return plain;
  }

  private static List<J.Annotation> without(List<J.Annotation> annotations) {
    List<J.Annotation> kept = new ArrayList<>(annotations);
    kept.removeIf(
        one -> TYPES.stream().anyMatch(type -> TypeUtils.isOfClassType(one.getType(), type)));
    return kept;
  }

  private static List<J.VariableDeclarations> parameters(J.MethodDeclaration method) {
    List<J.VariableDeclarations> parameters = new ArrayList<>();
    for (Statement parameter : method.getParameters()) {
      if (parameter instanceof J.VariableDeclarations declared) {
        parameters.add(declared);
      }
    }
    return parameters;
  }

  private static J.@Nullable Annotation annotation(List<J.Annotation> annotations, String type) {
    for (J.Annotation annotation : annotations) {
      if (TypeUtils.isOfClassType(annotation.getType(), type)) {
        return annotation;
      }
    }
    return null;
  }

  /** The source of its only argument, if that is one literal. */
  private static @Nullable String literal(J.Annotation annotation) {
    J.Literal literal = only(annotation);
    return literal == null ? null : literal.getValueSource();
  }

  private static @Nullable String text(J.Annotation annotation) {
    J.Literal literal = only(annotation);
    return literal == null ? null : String.valueOf(literal.getValue());
  }

  private static J.@Nullable Literal only(J.Annotation annotation) {
    List<Expression> arguments = annotation.getArguments();
    if (arguments == null || arguments.size() != 1) {
      return null;
    }
    Expression argument = arguments.get(0);
    if (argument instanceof J.Assignment assignment
        && assignment.getVariable().toString().equals("value")) {
      argument = assignment.getAssignment();
    }
    return argument instanceof J.Literal literal ? literal : null;
  }

  private static @Nullable String renamed(@Nullable String source, String from, String to) {
    return source == null
        ? null
        : source.replaceAll(
            "\\{\\{\\s*" + Pattern.quote(from) + "\\s*}}",
            Matcher.quoteReplacement("{{" + to + "}}"));
  }

  private static String simpleName(String type) {
    String name = type.replaceAll("<.*", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
