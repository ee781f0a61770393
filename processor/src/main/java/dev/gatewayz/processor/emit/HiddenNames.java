package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.Surroundings;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.model.ToolType;
import dev.gatewayz.processor.model.ToolUse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Simple names that do not mean the class of that name everywhere in a generated class. Inherited
 * types hide others; and where an expression may stand, variables hide all types.
 */
final class HiddenNames {
  private HiddenNames() {}

  /** Names by which no class can be meant. */
  static Set<String> in(Client client) {
    Surroundings around = client.declaration().surroundings();
    Set<String> names = new LinkedHashSet<>(around.types());
    names.addAll(around.constants());
    names.addAll(around.neighbours());
    // Variables begin with small letters, and so do these.
    ofExpressions(client).stream()
        .filter(name -> !Character.isUpperCase(name.charAt(0)))
        .forEach(names::add);
    return names;
  }

  /** Whether a type beside the client has such a name, so that it needs its package. */
  static boolean areBeside(Client client) {
    Surroundings around = client.declaration().surroundings();
    return around.neighbours().stream().anyMatch(around.types()::contains)
        || ofExpressions(client).stream()
            .anyMatch(
                name ->
                    around.constants().contains(name) || !Character.isUpperCase(name.charAt(0)));
  }

  /** Names that expressions of a client begin with, which its constants must not have. */
  static Set<String> ofExpressions(Client client) {
    Set<String> names = new LinkedHashSet<>(Set.of("URI"));
    names.add(client.declaration().implementation().simpleName());
    tools(client)
        .filter(type -> type.tools().stream().anyMatch(Tool::isStatic))
        .forEach(type -> names.addAll(type.java().simpleNames()));
    structures(client)
        .flatMap(HiddenNames::slots)
        .filter(slot -> slot.type() instanceof DataType.Choice)
        .forEach(slot -> names.addAll(names(((DataType.Choice) slot.type()).java())));
    return names;
  }

  private static List<String> names(TypeName type) {
    return type instanceof ClassName name ? name.simpleNames() : List.of();
  }

  private static Stream<ToolType> tools(Client client) {
    return client.prompts().stream()
        .flatMap(prompt -> prompt.declaration().tools().stream())
        .map(ToolUse::types)
        .flatMap(List::stream);
  }

  private static Stream<Structure> structures(Client client) {
    return Stream.concat(
        client.prompts().stream()
            .flatMap(prompt -> prompt.declaration().shape().stream())
            .map(ReturnShape::structure)
            .flatMap(Optional::stream),
        tools(client).flatMap(type -> type.tools().stream()).map(Tool::arguments));
  }

  private static Stream<Slot> slots(Structure structure) {
    return Stream.concat(
            Stream.of(structure.root()),
            structure.definitions().keySet().stream().flatMap(key -> structure.parts(key).stream()))
        .flatMap(HiddenNames::withParts);
  }

  private static Stream<Slot> withParts(Slot slot) {
    return Stream.concat(
        Stream.of(slot), slot.type().part().stream().flatMap(HiddenNames::withParts));
  }
}
