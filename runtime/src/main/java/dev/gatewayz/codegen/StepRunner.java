package dev.gatewayz.codegen;

import dev.gatewayz.Conversation;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.Message;
import dev.gatewayz.internal.binding.Condition;
import dev.gatewayz.internal.binding.Fragment;
import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.internal.binding.Step;
import dev.gatewayz.internal.binding.StepVisitor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the steps that generated code would take for the same templates. Used by one thread. */
final class StepRunner implements StepVisitor {
  private final Rendering rendering;
  private final Map<String, @Nullable Object> values;
  private final List<Fragment> fragments;
  private final Expressions expressions;
  private final TemplateTypes types;

  StepRunner(
      Rendering rendering,
      Map<String, @Nullable Object> values,
      List<Fragment> fragments,
      TemplateTypes types) {
    this.rendering = rendering;
    this.values = values;
    this.fragments = fragments;
    this.types = types;
    this.expressions = new Expressions(values, types);
  }

  void run(List<Step> steps) {
    steps.forEach(step -> step.accept(this));
  }

  @Override
  public void write(Step.Write write) {
    rendering.constant(Json.escape(write.text()));
  }

  @Override
  public void raw(Step.Raw raw) {
    rendering.constant(raw.json());
  }

  @Override
  public void show(Step.Show show) {
    Object value = expressions.value(show.value());
    switch (show.form()) {
      case TEXT, STRING -> rendering.text(show.label(), value);
      case JSON -> rendering.json(value);
    }
  }

  @Override
  public void comma(Step.Comma comma) {
    rendering.comma();
  }

  @Override
  public void fence(Step.Fence fence) {
    if (fence.opens()) {
      rendering.fence();
    } else {
      rendering.endFence();
    }
  }

  @Override
  public void filled(Step.Filled filled) {
    rendering.filled(filled.role());
  }

  @Override
  public void history(Step.History history) {
    Object value = expressions.value(history.messages());
    if (value == null) {
      rendering.history(history.label(), null);
      return;
    }
    if (value instanceof Conversation conversation) {
      rendering.history(history.label(), conversation);
      return;
    }
    List<Message> messages = new ArrayList<>();
    elements(value).forEachRemaining(message -> messages.add((Message) message));
    rendering.history(history.label(), messages);
  }

  @Override
  public void part(Step.Part part) {
    rendering.part(part.label(), (ContentPart) expressions.value(part.part()));
  }

  @Override
  public void when(Step.When when) {
    boolean holds = true;
    Iterator<Condition> conditions = when.conditions().iterator();
    while (holds && conditions.hasNext()) {
      holds = expressions.holds(conditions.next());
    }
    run(holds == when.negated() ? when.otherwise() : when.body());
  }

  @Override
  public void choose(Step.Choose choose) {
    Object value = expressions.present(choose.value());
    for (Step.Case one : choose.cases()) {
      if (Boolean.TRUE.equals(types.reader(one.variant().member()).apply(value))) {
        one.local().ifPresent(local -> values.put(local, value));
        run(one.body());
        return;
      }
    }
    throw new ClassCastException(value.getClass().getName());
  }

  @Override
  public void let(Step.Let let) {
    values.put(let.local(), expressions.value(let.value()));
  }

  @Override
  public void call(Step.Call call) {
    Fragment fragment =
        fragments.stream().filter(f -> f.method().equals(call.method())).findFirst().orElseThrow();
    Map<String, @Nullable Object> inside = new HashMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      inside.put(fragment.parameters().get(i).name(), expressions.value(call.arguments().get(i)));
    }
    new StepRunner(rendering, inside, fragments, types).run(fragment.steps());
  }

  @Override
  public void each(Step.Each each) {
    Iterator<?> elements = elements(expressions.present(each.elements()));
    while (elements.hasNext()) {
      values.put(each.local(), elements.next());
      run(each.body());
    }
  }

  private static Iterator<?> elements(Object value) {
    if (value instanceof Iterable<?> iterable) {
      return iterable.iterator();
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      elements.add(Array.get(value, i));
    }
    return elements.iterator();
  }
}
