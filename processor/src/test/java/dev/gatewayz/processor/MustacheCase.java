package dev.gatewayz.processor;

import dev.gatewayz.internal.template.Name;
import dev.gatewayz.internal.template.Node;
import dev.gatewayz.internal.template.Source;
import dev.gatewayz.internal.template.TemplateParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A case of the Mustache specification, as a typed prompt interface. */
final class MustacheCase {
  private static final int DEEPEST = 4;

  private final String type;
  private final Map<String, Object> test;
  private final Object data;
  private final Shape root;
  private final boolean isObject;
  private final Set<String> used = new LinkedHashSet<>();

  MustacheCase(String type, Map<String, Object> test) {
    this.type = type;
    this.test = test;
    this.data = test.get("data");
    this.isObject = data instanceof Map;
    List<Object> values = new ArrayList<>();
    values.add(data);
    this.root = Shape.of(values, "", Map.of());
    Deque<Shape> scopes = new ArrayDeque<>(List.of(root));
    walk(parse(template()), scopes, 0);
  }

  String template() {
    return (String) test.get("template");
  }

  String expected() {
    return (String) test.get("expected");
  }

  Map<String, String> partials() {
    Map<String, String> partials = new LinkedHashMap<>();
    if (test.containsKey("partials")) {
      JsonTree.object(test.get("partials"))
          .forEach((name, text) -> partials.put(name, (String) text));
    }
    return partials;
  }

  /** The interface, and a class that calls it with the data of the case. */
  String source() {
    Map<String, String> records = new LinkedHashMap<>();
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    if (isObject) {
      int i = 0;
      for (String name : used) {
        Shape shape = root.field(name);
        parameters.add("@Var(\"" + name + "\") " + shape.type(records) + " p" + i++);
        arguments.add(shape.value(JsonTree.object(data).get(name), type + "."));
      }
    } else if (!used.isEmpty()) {
      parameters.add(root.type(records) + " value");
      arguments.add(root.value(data, type + "."));
    }
    String text =
        partials().isEmpty()
            ? "value = " + JavaText.literal(template())
            : "resource = \"" + type + "/main.mustache\"";
    return """
        package mustache;
        import dev.gatewayz.Gatewayz;
        import dev.gatewayz.annotation.*;
        import java.util.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface %1$s {
          @GatewayzPrompt(%2$s)
          String render(%3$s);
          %4$s
          class Caller {
            static String call(Gatewayz gatewayz) {
              return new Gatewayz%1$s(gatewayz).render(%5$s);
            }
          }
        }
        """
        .formatted(
            type,
            text,
            String.join(", ", parameters),
            String.join("\n", records.values()),
            String.join(", ", arguments));
  }

  private static List<Node> parse(String template) {
    return TemplateParser.parse(new Source("template", template)).nodes();
  }

  /** Finds out which parameters the template needs, and adds what the data lacks. */
  private void walk(List<Node> nodes, Deque<Shape> scopes, int depth) {
    for (Node node : nodes) {
      if (node instanceof Node.Variable variable) {
        resolve(variable.name(), scopes);
      } else if (node instanceof Node.Section section) {
        Shape subject = resolve(section.name(), scopes).element();
        if (!section.inverted()) {
          scopes.push(subject);
        }
        walk(section.body(), scopes, depth);
        if (!section.inverted()) {
          scopes.pop();
        }
      } else if (node instanceof Node.Partial partial
          && depth < DEEPEST
          && partials().containsKey(partial.file())) {
        walk(parse(partials().get(partial.file())), scopes, depth + 1);
      }
    }
  }

  private Shape resolve(Name name, Deque<Shape> scopes) {
    if (name.isDot()) {
      if (scopes.peek().equals(root)) {
        used.add(".");
      }
      return scopes.peek();
    }
    Shape found = root;
    for (Shape scope : scopes) {
      if (scope.has(name.first())) {
        found = scope;
        break;
      }
    }
    if (found.equals(root)) {
      used.add(name.first());
    }
    for (String part : name.parts()) {
      found = found.field(part);
    }
    return found;
  }
}
