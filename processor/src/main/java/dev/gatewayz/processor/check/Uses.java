package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Condition;
import dev.gatewayz.processor.model.Expression;
import dev.gatewayz.processor.model.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which arguments steps use, and which of them are shown whatever the other arguments are. */
final class Uses {
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> shown = new LinkedHashSet<>();

  static Uses of(List<Step> steps) {
    Uses uses = new Uses();
    uses.collect(steps, true);
    return uses;
  }

  boolean use(String argument) {
    return used.contains(argument);
  }

  /** A text that is shown in any case is checked where it is shown. */
  boolean showAlways(String argument) {
    return shown.contains(argument);
  }

  private void collect(List<Step> steps, boolean always) {
    for (Step step : steps) {
      if (step instanceof Step.Show show) {
        expression(show.value());
        if (always
            && show.form() == Step.Form.TEXT
            && show.value() instanceof Expression.Argument argument) {
          shown.add(argument.name());
        }
      } else if (step instanceof Step.When when) {
        when.conditions().stream().map(Condition::subject).forEach(this::expression);
        collect(when.body(), false);
        collect(when.otherwise(), false);
      } else if (step instanceof Step.History history) {
        expression(history.messages());
      } else if (step instanceof Step.Part part) {
        expression(part.part());
        if (always && part.part() instanceof Expression.Argument argument) {
          shown.add(argument.name());
        }
      } else if (step instanceof Step.Call call) {
        call.arguments().forEach(this::expression);
      } else if (step instanceof Step.Let let) {
        expression(let.value());
      } else if (step instanceof Step.Each each) {
        expression(each.elements());
        collect(each.body(), false);
      }
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.Argument argument) {
      used.add(argument.name());
    } else if (expression instanceof Expression.Member member) {
      expression(member.target());
    } else if (expression instanceof Expression.Entry entry) {
      expression(entry.map());
    }
  }
}
