package dev.gatewayz.processor.emit;

import dev.gatewayz.processor.model.Condition;
import dev.gatewayz.processor.model.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions and conditions as Java. */
final class Code {
  private Code() {}

  static String of(Expression expression) {
    if (expression instanceof Expression.Argument argument) {
      return argument.name();
    }
    if (expression instanceof Expression.Local local) {
      return local.name();
    }
    if (expression instanceof Expression.Member member) {
      return of(member.target()) + "." + member.member();
    }
    if (expression instanceof Expression.Joined joined) {
      return joined.start().isEmpty()
          ? Ascii.literal(joined.end())
          : joined.start() + (joined.end().isEmpty() ? "" : " + " + Ascii.literal(joined.end()));
    }
    Expression.Entry entry = (Expression.Entry) expression;
    return of(entry.map()) + ".get(" + Ascii.literal(entry.key()) + ")";
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
