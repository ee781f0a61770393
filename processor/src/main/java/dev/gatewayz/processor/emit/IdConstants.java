package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.PromptDeclaration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * One constant for each prompt that holds its id, for users to name it in budgets and tests. They
 * are named before all other constants, so that only ids change their names.
 */
final class IdConstants {
  private final IdentityHashMap<PromptDeclaration, String> names = new IdentityHashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();

  IdConstants(ClientDeclaration client, Locals constants) {
    for (PromptDeclaration prompt : client.prompts()) {
      String name = constants.free(name(prompt.idName()));
      names.put(prompt, name);
      FieldSpec.Builder field =
          FieldSpec.builder(String.class, name).initializer("$L", Ascii.literal(client.id(prompt)));
      if (client.isPublic()) {
        field.addJavadoc("The id of the prompt {@code $L}.", prompt.name());
        field.addModifiers(Modifier.PUBLIC);
      }
      fields.add(field.addModifiers(Modifier.STATIC, Modifier.FINAL).build());
    }
  }

  /** {@code ASK_TWICE_ID} for {@code askTwice} and for {@code ask-twice}. */
  private static String name(String id) {
    String name = ConstantRule.name(id).replaceAll("\\W", "_") + "_ID";
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  /** The constant of a prompt. */
  String of(PromptDeclaration prompt) {
    return Objects.requireNonNull(names.get(prompt));
  }

  /** All constants, in the order of the prompts. */
  List<FieldSpec> fields() {
    return fields;
  }

  /** All constants as further arguments of a call. */
  CodeBlock arguments() {
    CodeBlock.Builder arguments = CodeBlock.builder();
    fields.forEach(field -> arguments.add(",$W$N", field));
    return arguments.build();
  }
}
