package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.Condition;
import dev.gatewayz.internal.binding.Expression;
import java.util.List;
import java.util.Map;

/** Writes expressions and conditions as Java. */
final class Code {
  private Code() {}

  static String of(Expression expression) {
    return expression.match(
        Expression.Argument::name,
        Expression.Local::name,
        member -> of(member.target()) + "." + member.member(),
        entry -> of(entry.map()) + ".get(" + Ascii.literal(entry.key()) + ")",
        Code::joined,
        constant -> name(of(constant.value()), constant.renamed()));
  }

  private static String joined(Expression.Joined joined) {
    if (joined.start().isEmpty()) {
      return Ascii.literal(joined.end());
    }
    return joined.end().isEmpty()
        ? joined.start()
        : joined.start() + " + " + Ascii.literal(joined.end());
  }

  /** The name that JSON has for the constant that an expression is. */
  static String name(String constant, Map<String, String> renamed) {
    if (renamed.isEmpty()) {
      return constant + ".name()";
    }
    StringBuilder cases = new StringBuilder("switch (" + constant + ") { ");
    renamed.forEach(
        (java, json) -> cases.append("case " + java + " -> " + Ascii.literal(json) + "; "));
    return cases.append("default -> " + constant + ".name(); }").toString();
  }

  static CodeBlock all(List<Condition> conditions) {
    return conditions.stream().map(Code::holds).collect(CodeBlock.joining(" && "));
  }

  static CodeBlock notAll(List<Condition> conditions) {
    return conditions.stream().map(Code::fails).collect(CodeBlock.joining(" || "));
  }

  private static CodeBlock holds(Condition condition) {
    String subject = of(condition.subject());
    return switch (condition.test()) {
      case TRUE -> CodeBlock.of("$L", subject);
      case BOXED_TRUE -> CodeBlock.of("$T.TRUE.equals($L)", Boolean.class, subject);
      case NOT_NULL -> CodeBlock.of("$L != null", subject);
      case PRESENT -> CodeBlock.of("$L.isPresent()", subject);
      case NOT_EMPTY -> CodeBlock.of("!$L.isEmpty()", subject);
      case HAS_ELEMENT -> CodeBlock.of("$L.iterator().hasNext()", subject);
      case HAS_LENGTH -> CodeBlock.of("$L.length != 0", subject);
      case NOT_ZERO -> CodeBlock.of("$L != 0", subject);
      case HAS_SIGN -> CodeBlock.of("$L.signum() != 0", subject);
      case NOT_ZERO_AS_DOUBLE -> CodeBlock.of("$L.doubleValue() != 0", subject);
      case HAS_KEY -> CodeBlock.of("$L.containsKey($L)", subject, Ascii.literal(condition.key()));
    };
  }

  private static CodeBlock fails(Condition condition) {
    String subject = of(condition.subject());
    return switch (condition.test()) {
      case NOT_NULL -> CodeBlock.of("$L == null", subject);
      case PRESENT, NOT_EMPTY -> CodeBlock.of("$L.isEmpty()", subject);
      case HAS_LENGTH -> CodeBlock.of("$L.length == 0", subject);
      case NOT_ZERO -> CodeBlock.of("$L == 0", subject);
      case HAS_SIGN -> CodeBlock.of("$L.signum() == 0", subject);
      case NOT_ZERO_AS_DOUBLE -> CodeBlock.of("$L.doubleValue() == 0", subject);
      case TRUE, BOXED_TRUE, HAS_ELEMENT, HAS_KEY -> CodeBlock.of("!$L", holds(condition));
    };
  }

  /** The type of that name in a template. */
  static TypeName type(Object name) {
    return name instanceof TypeName type ? type : TypeName.get((Class<?>) name);
  }
}
