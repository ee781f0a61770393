package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.internal.binding.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Turns what tools return into values that can be written as JSON without looking into them: one
 * method for each type that has parts. Plain values, and lists and maps of them, stay as they are.
 */
final class JsonRule {
  private final ClassName client;
  private final Locals methodNames;
  private final Map<Object, String> names = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  JsonRule(ClassName client, Locals methodNames) {
    this.client = client;
    this.methodNames = methodNames;
  }

  List<MethodSpec> methods() {
    return methods;
  }

  /** Whether a value of that type has parts that only Java knows. */
  boolean isNeeded(JavaType type) {
    if (type.jsonValue().isPresent()) {
      return true;
    }
    Kind kind = type.jsonKind();
    if (kind == Kind.OPTIONAL || kind == Kind.MAP || kind.hasElements()) {
      return isNeeded(type.component());
    }
    return kind == Kind.OBJECT || (kind == Kind.ENUM && !type.renamed().isEmpty());
  }

  /** A function from a value of that type. */
  CodeBlock function(JavaType type) {
    return function(type, 1);
  }

  private CodeBlock function(JavaType type, int depth) {
    if (type.jsonValue().isPresent()
        || type.jsonKind() == Kind.OBJECT
        || type.jsonKind() == Kind.ENUM) {
      return CodeBlock.of("$T::$L", client, method(type));
    }
    String value = depth == 1 ? "value" : "value" + depth;
    CodeBlock part = function(type.component(), depth + 1);
    return switch (type.kind()) {
      case OPTIONAL -> CodeBlock.of("$1L -> $1L.map($2L)", value, part);
      case MAP -> CodeBlock.of("$1L -> $2T.map($1L, $3L)", value, ClassNames.TOOLS, part);
      default -> CodeBlock.of("$1L -> $2T.list($1L, $3L)", value, ClassNames.TOOLS, part);
    };
  }

  private String method(JavaType type) {
    String known = names.get(type.jsonKey());
    if (known != null) {
      return known;
    }
    String simple = type.display().replaceAll("\\W+", "");
    String name = methodNames.free("json" + simple);
    names.put(type.jsonKey(), name);
    int place = methods.size();
    CodeBlock result = result(type);
    methods.add(
        place,
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(Object.class)
            .addParameter(Code.type(type.name()), "value")
            .addStatement("return $L", result)
            .build());
    return name;
  }

  private CodeBlock result(JavaType type) {
    if (type.jsonValue().isPresent()) {
      return value(type.jsonValue().get());
    }
    if (type.jsonKind() == Kind.ENUM) {
      return CodeBlock.of("$L", Code.name("value", type.renamed()));
    }
    CodeBlock.Builder members = CodeBlock.builder();
    String comma = "";
    for (Property property : type.data()) {
      members.add("$L\n$L, ", comma, Ascii.literal(property.name())).add(value(property));
      comma = ",";
    }
    return CodeBlock.of("$T.object($L)", ClassNames.TOOLS, members.build());
  }

  private CodeBlock value(Property property) {
    CodeBlock value = CodeBlock.of("value.$L", property.member());
    return isNeeded(property.type())
        ? CodeBlock.of("$T.json($L, $L)", ClassNames.TOOLS, value, function(property.type(), 2))
        : value;
  }
}
