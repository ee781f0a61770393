package dev.gatewayz.internal.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out how a value is written as JSON. Types that contain themselves get a method of their
 * own.
 */
final class JsonSteps {
  private final Locals locals;
  private final Fragments fragments;

  JsonSteps(Locals locals, Fragments fragments) {
    this.locals = locals;
    this.fragments = fragments;
  }

  /** The steps that write {@code value}. */
  List<Step> write(Value value) {
    Kind kind = value.type().jsonKind();
    if (value.isEntry() || value.type().isNullable()) {
      return unlessAbsent(Condition.Test.NOT_NULL, value, value.present());
    }
    Optional<Property> whole = value.type().jsonValue();
    if (whole.isPresent()) {
      return write(part(value, whole.get()));
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
              ? new Expression.ConstantName(value.expression(), value.type().renamed())
              : value.expression();
      return List.of(new Step.Show(value.label(), shown, Step.Form.JSON));
    }
    return JsonTypes.isRecursive(value.type()) ? List.of(call(value)) : object(value);
  }

  private List<Step> unlessAbsent(Condition.Test test, Value value, Value present) {
    Condition isThere = new Condition(test, value.expression());
    return List.of(
        new Step.When(List.of(isThere), false, write(present), List.of(new Step.Write("null"))));
  }

  private List<Step> elements(Value value) {
    String local = locals.element(value.label());
    Value element = inside(value.label(), new Expression.Local(local), value.type().component());
    List<Step> body = new ArrayList<>(List.of(new Step.Comma()));
    body.addAll(write(element));
    return List.of(
        new Step.Write("["), new Step.Each(local, value.expression(), body), new Step.Write("]"));
  }

  private List<Step> entries(Value map) {
    String local = locals.value("entry");
    Expression entry = new Expression.Local(local);
    List<Step> body = new ArrayList<>(List.of(new Step.Comma()));
    Expression key = new Expression.Access(entry, "getKey()");
    body.add(new Step.Show(map.label(), key, Step.Form.JSON));
    body.add(new Step.Write(":"));
    Expression content = new Expression.Access(entry, "getValue()");
    body.addAll(write(new Value(map.label(), content, map.type().component(), true, Traits.NONE)));
    return List.of(
        new Step.Write("{"),
        new Step.Each(local, new Expression.Access(map.expression(), "entrySet()"), body),
        new Step.Write("}"));
  }

  private List<Step> object(Value value) {
    return value
        .type()
        .union()
        .map(union -> variants(value, union))
        .orElseGet(() -> members(value, value.type().data(), "{"));
  }

  private List<Step> variants(Value value, Union union) {
    List<Step> steps = new ArrayList<>();
    Expression named = value.expression();
    if (!named.isName()) {
      String local = locals.value(value.label());
      steps.add(new Step.Let(local, named));
      named = new Expression.Local(local);
    }
    List<Step.Case> cases = new ArrayList<>();
    for (Property variant : union.variants()) {
      List<Property> members = union.members(variant);
      Optional<String> local =
          members.isEmpty()
              ? Optional.empty()
              : Optional.of(locals.free(Locals.variable(variant.name())));
      Value as = value.as(new Expression.Local(local.orElse("")));
      String tag = Json.string(union.discriminator()) + ":" + Json.string(variant.name());
      String start = "{" + tag + (members.isEmpty() ? "" : ",");
      cases.add(new Step.Case(variant, local, members(as, members, start)));
    }
    steps.add(new Step.Choose(named, cases));
    return steps;
  }

  private List<Step> members(Value value, List<Property> members, String start) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Write(start));
    String before = "";
    for (Property property : members) {
      steps.add(new Step.Write(before + Json.string(property.name()) + ":"));
      steps.addAll(write(part(value, property)));
      before = ",";
    }
    steps.add(new Step.Write("}"));
    return steps;
  }

  private static Value part(Value value, Property property) {
    Expression member = new Expression.Access(value.expression(), property.member());
    return inside(property.name(), member, property.type());
  }

  /** What an object holds may be {@code null} whatever its type says, and is so in JSON. */
  private static Value inside(String label, Expression expression, JavaType type) {
    Kind kind = type.jsonKind();
    boolean isTaken =
        kind == Kind.OBJECT
            || kind == Kind.ENUM
            || kind == Kind.MAP
            || kind.isOptional()
            || kind.hasElements();
    return new Value(label, expression, type, isTaken, Traits.NONE);
  }

  private Step call(Value value) {
    String local = locals.free("value");
    String method =
        fragments.define(
            List.of("json", value.type().jsonKey()),
            "json",
            List.of(new Fragment.Input(value.type().name(), local)),
            () -> object(value.as(new Expression.Local(local))));
    return new Step.Call(method, List.of(value.expression()));
  }
}
