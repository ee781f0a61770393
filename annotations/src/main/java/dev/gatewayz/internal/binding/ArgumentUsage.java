package dev.gatewayz.internal.binding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which arguments steps use, and which of them are shown whatever the other arguments are. */
public final class ArgumentUsage {
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> shown = new LinkedHashSet<>();

  private ArgumentUsage() {}

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
    Walk walk = new Walk(always);
    steps.forEach(step -> step.accept(walk));
  }

  private void use(Expression value) {
    value.root().ifPresent(argument -> used.add(argument.name()));
  }

  /** Goes through steps; {@code always} says that no condition stands around them. */
  private final class Walk implements StepVisitor {
    private final boolean always;

    Walk(boolean always) {
      this.always = always;
    }

    @Override
    public void write(Step.Write write) {}

    @Override
    public void raw(Step.Raw raw) {}

    @Override
    public void show(Step.Show show) {
      use(show.value());
      if (show.form() != Step.Form.JSON) {
        shown(show.value());
      }
    }

    @Override
    public void comma(Step.Comma comma) {}

    @Override
    public void fence(Step.Fence fence) {}

    @Override
    public void filled(Step.Filled filled) {}

    @Override
    public void history(Step.History history) {
      use(history.messages());
    }

    @Override
    public void part(Step.Part part) {
      use(part.part());
      shown(part.part());
    }

    @Override
    public void when(Step.When when) {
      when.conditions().stream().map(Condition::subject).forEach(ArgumentUsage.this::use);
      collect(when.body(), false);
      collect(when.otherwise(), false);
    }

    @Override
    public void choose(Step.Choose choose) {
      use(choose.value());
      choose.cases().forEach(one -> collect(one.body(), false));
    }

    @Override
    public void let(Step.Let let) {
      use(let.value());
    }

    @Override
    public void call(Step.Call call) {
      call.arguments().forEach(ArgumentUsage.this::use);
    }

    @Override
    public void each(Step.Each each) {
      use(each.elements());
      collect(each.body(), false);
    }

    private void shown(Expression value) {
      if (always && value instanceof Expression.Argument argument) {
        shown.add(argument.name());
      }
    }
  }
}
