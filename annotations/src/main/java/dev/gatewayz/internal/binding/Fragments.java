package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns partials that contain themselves into methods. What such a partial needs from where it is
 * included becomes parameters; included in places of the same types, it is the same method.
 */
final class Fragments {
  private static final int MOST = 20;
  private static final String SELF = ".";

  private final Locals methods;
  private final Locals locals;
  private final Map<List<Object>, String> named = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<Fragment> all = new ArrayList<>();

  /**
   * The fragments of one prompt.
   *
   * @param methods names of methods that are taken
   * @param locals names of variables that are taken
   */
  Fragments(Locals methods, Locals locals) {
    this.methods = methods;
    this.locals = locals;
  }

  /** Binds the body of a fragment. */
  interface Body {
    List<Step> bind(TemplateContext page, Scope scope);
  }

  /** Names of variables that are taken. */
  Locals locals() {
    return locals;
  }

  List<Fragment> all() {
    return all;
  }

  /**
   * Calls a partial.
   *
   * @param names what it may need
   * @param grows whether its indentation is known at run time only
   * @return the call; empty if it would never end
   */
  Optional<Step> call(
      Template partial,
      Set<String> names,
      boolean grows,
      TemplateContext page,
      Scope scope,
      Body body) {
    Map<String, Value> needs = new LinkedHashMap<>();
    for (String name : names) {
      Optional<Value> value = name.equals(SELF) ? scope.self() : scope.find(name);
      value.map(scope::refine).ifPresent(v -> needs.put(name, v));
    }
    List<Expression> arguments = new ArrayList<>();
    if (grows) {
      arguments.add(page.indent());
    }
    needs.values().forEach(value -> arguments.add(value.expression()));
    List<Object> key = key(partial, needs, grows, page);
    String method = named.get(key);
    if (method != null) {
      return open.contains(method) && !page.isGuarded()
          ? Optional.empty()
          : Optional.of(new Step.Call(method, arguments));
    }
    if (named.size() == MOST) {
      return Optional.empty();
    }
    String fresh = partial(key, methodName(partial.source().label()), needs, grows, page, body);
    return Optional.of(new Step.Call(fresh, arguments));
  }

  /**
   * The name of the method for {@code key}, which is made if there is none yet.
   *
   * @param wanted what it should be called
   */
  String define(
      List<Object> key,
      String wanted,
      List<Fragment.Input> parameters,
      Supplier<List<Step>> steps) {
    String known = named.get(key);
    if (known != null) {
      return known;
    }
    String method = methods.free(wanted);
    named.put(key, method);
    open.add(method);
    List<Step> body = steps.get();
    open.remove(method);
    all.add(new Fragment(method, parameters, body));
    return method;
  }

  private String partial(
      List<Object> key,
      String wanted,
      Map<String, Value> needs,
      boolean grows,
      TemplateContext page,
      Body body) {
    List<Fragment.Input> parameters = new ArrayList<>();
    Expression.Joined indent = page.indent();
    if (grows) {
      String name = locals.free("indent");
      parameters.add(new Fragment.Input(String.class, name));
      indent = new Expression.Joined(name, "");
    }
    Map<String, Value> names = new LinkedHashMap<>();
    needs.forEach(
        (name, value) -> {
          String local = locals.value(name.equals(SELF) ? "self" : name);
          parameters.add(new Fragment.Input(value.type().name(), local));
          Value inside = value.as(new Expression.Local(local));
          names.put(name, inside.labelled(name));
        });
    Optional<Value> self = Optional.ofNullable(names.remove(SELF));
    TemplateContext inside = new TemplateContext(page.source(), indent, false);
    return define(key, wanted, parameters, () -> body.bind(inside, Scope.of(names, self)));
  }

  private static List<Object> key(
      Template partial, Map<String, Value> needs, boolean grows, TemplateContext page) {
    List<Object> key = new ArrayList<>();
    key.add(partial.source());
    key.add(grows ? "" : page.indent());
    needs.forEach(
        (name, value) -> {
          key.add(name);
          key.add(value.type().name());
          key.add(value.isEntry() || value.type().isNullable());
          key.add(value.traits());
        });
    return key;
  }

  /** {@code node} for {@code prompts/node.mustache}. */
  private static String methodName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int end = name.indexOf('.');
    return end < 0 ? name : name.substring(0, end);
  }
}
