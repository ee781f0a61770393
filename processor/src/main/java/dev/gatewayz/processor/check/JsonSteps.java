package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Condition;
import dev.gatewayz.processor.model.Expression;
import dev.gatewayz.processor.model.Fragment;
import dev.gatewayz.processor.model.JavaType;
import dev.gatewayz.processor.model.Json;
import dev.gatewayz.processor.model.Kind;
import dev.gatewayz.processor.model.Property;
import dev.gatewayz.processor.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out how a value is written as JSON. Types that contain themselves get a method of their
 * own.
 */
final class JsonSteps {
  private static final int DEEPEST = 20;

  private final Locals locals;
  private final Fragments fragments;

  JsonSteps(Locals locals, Fragments fragments) {
    this.locals = locals;
    this.fragments = fragments;
  }

  /** The type inside {@code type} that JSON cannot express, if there is one. */
  static Optional<JavaType> inexpressible(JavaType type) {
    return inexpressible(type, new HashSet<>(), 0);
  }

  private static Optional<JavaType> inexpressible(JavaType type, Set<Object> seen, int depth) {
    Kind kind = type.kind();
    if (depth > DEEPEST || kind == Kind.ONCE || kind == Kind.OTHER_MAP || isPassedOn(kind)) {
      return Optional.of(type);
    }
    if (hasComponent(kind)) {
      return inexpressible(type.component(), seen, depth + 1);
    }
    if (kind != Kind.OBJECT || !seen.add(type.name())) {
      return Optional.empty();
    }
    List<Property> data = type.data();
    return data.isEmpty()
        ? Optional.of(type)
        : data.stream().flatMap(p -> inexpressible(p.type(), seen, depth + 1).stream()).findFirst();
  }

  private static boolean isPassedOn(Kind kind) {
    return kind == Kind.OPTIONS || kind == Kind.MESSAGE || kind == Kind.PART;
  }

  private static boolean hasComponent(Kind kind) {
    return kind == Kind.OPTIONAL || kind == Kind.MAP || kind.hasElements();
  }

  /** The steps that write {@code value}. */
  List<Step> write(Value value) {
    Kind kind = value.type().kind();
    if (value.isEntry() || value.type().isNullable()) {
      return unlessAbsent(Condition.Test.NOT_NULL, value, value.present());
    }
    if (kind.isOptional()) {
      return unlessAbsent(Condition.Test.PRESENT, value, value.content());
    }
    if (kind.hasElements()) {
      return elements(value);
    }
    if (kind == Kind.MAP) {
      return entries(value);
    }
    if (kind != Kind.OBJECT) {
      Expression shown =
          kind == Kind.ENUM
              ? new Expression.Member(value.expression(), "name()")
              : value.expression();
      return List.of(new Step.Show(value.label(), shown, Step.Form.JSON));
    }
    return contains(value.type(), value.type(), new HashSet<>())
        ? List.of(call(value))
        : members(value);
  }

  private List<Step> unlessAbsent(Condition.Test test, Value value, Value present) {
    Condition isThere = new Condition(test, value.expression());
    return List.of(
        new Step.When(List.of(isThere), false, write(present), List.of(new Step.Literal("null"))));
  }

  private List<Step> elements(Value value) {
    String local = locals.element(value.label());
    Value element = new Value(value.label(), new Expression.Local(local), value.type().component());
    List<Step> body = new ArrayList<>(List.of(new Step.Comma()));
    body.addAll(write(element));
    return List.of(
        new Step.Literal("["),
        new Step.Each(local, value.expression(), body),
        new Step.Literal("]"));
  }

  private List<Step> entries(Value map) {
    String local = locals.value("entry");
    Expression entry = new Expression.Local(local);
    List<Step> body = new ArrayList<>(List.of(new Step.Comma()));
    Expression key = new Expression.Member(entry, "getKey()");
    body.add(new Step.Show(map.label(), key, Step.Form.JSON));
    body.add(new Step.Literal(":"));
    Expression content = new Expression.Member(entry, "getValue()");
    body.addAll(write(new Value(map.label(), content, map.type().component(), true, Traits.NONE)));
    return List.of(
        new Step.Literal("{"),
        new Step.Each(local, new Expression.Member(map.expression(), "entrySet()"), body),
        new Step.Literal("}"));
  }

  private List<Step> members(Value value) {
    List<Step> steps = new ArrayList<>();
    String before = "{";
    for (Property property : value.type().data()) {
      steps.add(new Step.Literal(before + Json.string(property.name()) + ":"));
      Expression member = new Expression.Member(value.expression(), property.member());
      steps.addAll(write(new Value(property.name(), member, property.type())));
      before = ",";
    }
    steps.add(new Step.Literal("}"));
    return steps;
  }

  private Step call(Value value) {
    String local = locals.free("value");
    String method =
        fragments.define(
            List.of("json", value.type().name()),
            "json",
            List.of(new Fragment.Parameter(value.type().name(), local)),
            () -> members(value.as(new Expression.Local(local))));
    return new Step.Call(method, List.of(value.expression()));
  }

  /** Whether {@code type} has a part of the type {@code wanted}. */
  private static boolean contains(JavaType type, JavaType wanted, Set<Object> seen) {
    if (hasComponent(type.kind())) {
      return isOrContains(type.component(), wanted, seen);
    }
    return type.kind() == Kind.OBJECT
        && seen.add(type.name())
        && type.data().stream().anyMatch(p -> isOrContains(p.type(), wanted, seen));
  }

  private static boolean isOrContains(JavaType type, JavaType wanted, Set<Object> seen) {
    return type.name().equals(wanted.name()) || contains(type, wanted, seen);
  }
}
