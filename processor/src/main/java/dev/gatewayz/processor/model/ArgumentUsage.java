package dev.gatewayz.processor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which arguments steps use, and which of them are shown whatever the other arguments are. */
public final class ArgumentUsage {
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> shown = new LinkedHashSet<>();

  /** The usage of steps and of all that is inside them. */
  public static ArgumentUsage of(List<Step> steps) {
    ArgumentUsage usage = new ArgumentUsage();
    usage.collect(steps, true);
    return usage;
  }

  /** Whether a step uses it. */
  public boolean isUsed(String argument) {
    return used.contains(argument);
  }

  /** A text that is shown in any case is checked where it is shown. */
  public boolean isAlwaysShown(String argument) {
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
