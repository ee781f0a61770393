package dev.gatewayz.processor.emit;

import dev.gatewayz.processor.model.Condition;
import dev.gatewayz.processor.model.Expression;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  static String all(List<Condition> conditions) {
    return conditions.stream().map(Code::holds).collect(Collectors.joining(" && "));
  }

  static String notAll(List<Condition> conditions) {
    return conditions.stream().map(Code::fails).collect(Collectors.joining(" || "));
  }

  private static String holds(Condition condition) {
    String subject = of(condition.subject());
    return switch (condition.test()) {
      case TRUE -> subject;
      case BOXED_TRUE -> "Boolean.TRUE.equals(" + subject + ")";
      case NOT_NULL -> subject + " != null";
      case PRESENT -> subject + ".isPresent()";
      case NOT_EMPTY -> "!" + subject + ".isEmpty()";
      case HAS_ELEMENT -> subject + ".iterator().hasNext()";
      case HAS_LENGTH -> subject + ".length != 0";
      case NOT_ZERO -> subject + " != 0";
      case HAS_SIGN -> subject + ".signum() != 0";
      case NOT_ZERO_AS_DOUBLE -> subject + ".doubleValue() != 0";
      case HAS_KEY -> subject + ".containsKey(" + Ascii.literal(condition.key()) + ")";
    };
  }

  private static String fails(Condition condition) {
    String subject = of(condition.subject());
    return switch (condition.test()) {
      case NOT_NULL -> subject + " == null";
      case PRESENT, NOT_EMPTY -> subject + ".isEmpty()";
      case HAS_LENGTH -> subject + ".length == 0";
      case NOT_ZERO -> subject + " == 0";
      case HAS_SIGN -> subject + ".signum() == 0";
      case NOT_ZERO_AS_DOUBLE -> subject + ".doubleValue() == 0";
      case TRUE, BOXED_TRUE, HAS_ELEMENT, HAS_KEY -> "!" + holds(condition);
    };
  }
}
