package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.processor.model.ToolDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** One constant for what requests say of each tool, however many prompts use it. */
final class ToolConstants {
  private final Locals names;
  private final Map<String, FieldSpec> all = new LinkedHashMap<>();

  /**
   * No constants yet.
   *
   * @param names names of constants, which are taken
   */
  ToolConstants(Locals names) {
    this.names = names;
  }

  /** The list of some tools, as an expression: JSON without the brackets. */
  CodeBlock list(List<ToolDefinition> tools) {
    CodeBlock elements =
        tools.stream()
            .map(tool -> CodeBlock.of("$L", name(tool)))
            .collect(CodeBlock.joining(",$W"));
    return tools.size() == 1
        ? elements
        : CodeBlock.of("$T.join(\",\", $L)", String.class, elements);
  }

  /** The constants, each before what uses it. */
  List<FieldSpec> fields() {
    return new ArrayList<>(all.values());
  }

  private String name(ToolDefinition definition) {
    FieldSpec known = all.get(definition.json());
    if (known == null) {
      String name = names.free(ConstantRule.name(definition.tool().method()) + "_TOOL");
      known =
          FieldSpec.builder(String.class, name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$L", Segments.literal(definition.json()))
              .build();
      all.put(definition.json(), known);
    }
    return known.name();
  }
}
