package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatewayz.internal.binding.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Schemas keep the rules of strict mode, and describe what readers read. */
class SchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** The schemas of a compilation, by the names of their prompts. */
  static Map<String, String> schemas(Compilation compilation, String interfaceName) {
    assertThat(compilation.log()).isEmpty();
    String json =
        compilation.resources().get("META-INF/gatewayz/prompts/" + interfaceName + ".json");
    Map<String, String> schemas = new LinkedHashMap<>();
    for (Object entry : JsonTree.list(JsonTree.object(JsonTree.parse(json)).get("prompts"))) {
      Map<String, Object> prompt = JsonTree.object(entry);
      schemas.put(
          ((String) prompt.get("id")).substring(interfaceName.length() + 1),
          write(prompt.get("schema")));
    }
    return schemas;
  }

  private static String write(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder out = new StringBuilder("{");
      map.forEach(
          (name, member) ->
              out.append(out.length() == 1 ? "" : ",")
                  .append(Json.string((String) name))
                  .append(':')
                  .append(write(member)));
      return out.append('}').toString();
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(",", list.stream().map(SchemaTest::write).toList()) + "]";
    }
    return value instanceof String text ? Json.string(text) : String.valueOf(value);
  }

  static List<Error> errors(String schema, String document) {
    Schema parsed = REGISTRY.getSchema(schema);
    return parsed.validate(document, InputFormat.JSON);
  }

  @Test
  void schemasOfEveryTypeKeepTheRules() {
    Compilation compilation = Compilation.javac(Fixtures.read(Fixtures.file("good/Typed.java")));
    Map<String, String> schemas = schemas(compilation, "fixtures.Typed");
    schemas.remove("Typed.map");
    assertThat(schemas).hasSizeGreaterThan(15);
    schemas.values().forEach(SchemaTest::assertRules);
  }

  @Test
  void schemasOfRandomTypesKeepTheRulesAndTakeWhatTheyDescribe() {
    Compilation compilation = compile(TypedShapes.source(40, 7));
    Random random = new Random(7);
    schemas(compilation, "shapes.Shapes")
        .values()
        .forEach(
            schema -> {
              assertRules(schema);
              String document = new SchemaSample(schema, random).good();
              assertThat(errors(schema, document)).as(schema + "\n" + document).isEmpty();
            });
  }

  private static void assertRules(String schema) {
    assertThat(SchemaRules.violations(schema)).as(schema).isEmpty();
    assertThat(errors(schema, "[]")).isNotEmpty();
  }

  @Test
  void theSameTypesGiveTheSameSchemas() {
    String source = TypedShapes.source(10, 3);
    assertThat(compile(source).sources()).isEqualTo(compile(source).sources());
  }

  private static Compilation compile(String source) {
    return new Compilation.Setup().replacingOptions().compile(source);
  }
}
