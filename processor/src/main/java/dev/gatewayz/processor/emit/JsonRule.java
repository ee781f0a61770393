package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Union;
import java.util.ArrayList;
import java.util.Iterator;
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
    CodeBlock body = body(type);
    methods.add(
        place,
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(Object.class)
            .addParameter(Code.type(type.name()), "value")
            .addCode(body)
            .build());
    return name;
  }

  private CodeBlock body(JavaType type) {
    if (type.jsonValue().isEmpty() && type.union().isPresent()) {
      return variants(type.union().get());
    }
    return CodeBlock.builder().addStatement("return $L", result(type)).build();
  }

  private CodeBlock result(JavaType type) {
    if (type.jsonValue().isPresent()) {
      return value("value", type.jsonValue().get());
    }
    if (type.jsonKind() == Kind.ENUM) {
      return CodeBlock.of("$L", Code.name("value", type.renamed()));
    }
    return object(members("value", type.data()));
  }

  /** Returns of which type a value is and what it has as that; the last is what is left. */
  private CodeBlock variants(Union union) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Iterator<Property> variants = union.variants().iterator(); variants.hasNext(); ) {
      Property variant = variants.next();
      TypeName type = Code.type(variant.type().name());
      List<CodeBlock> members = new ArrayList<>();
      members.add(
          CodeBlock.of(
              "$L, $L", Ascii.literal(union.discriminator()), Ascii.literal(variant.name())));
      members.addAll(members("variant", union.members(variant)));
      boolean isMore = members.size() > 1;
      if (variants.hasNext()) {
        code.beginControlFlow("if (value instanceof $T$L)", type, isMore ? " variant" : "")
            .addStatement("return $L", object(members))
            .endControlFlow();
      } else {
        if (isMore) {
          code.addStatement("$1T variant = ($1T) value", type);
        }
        code.addStatement("return $L", object(members));
      }
    }
    return code.build();
  }

  private static CodeBlock object(List<CodeBlock> members) {
    CodeBlock list = members.stream().collect(CodeBlock.joining(",\n", "\n", ""));
    return CodeBlock.of("$T.object($L)", ClassNames.TOOLS, list);
  }

  /** The names and the values of what an object has. */
  private List<CodeBlock> members(String object, List<Property> properties) {
    return properties.stream()
        .map(p -> CodeBlock.of("$L, $L", Ascii.literal(p.name()), value(object, p)))
        .toList();
  }

  private CodeBlock value(String object, Property property) {
    CodeBlock value = CodeBlock.of("$L.$L", object, property.member());
    return isNeeded(property.type())
        ? CodeBlock.of("$T.json($L, $L)", ClassNames.TOOLS, value, function(property.type(), 2))
        : value;
  }
}
