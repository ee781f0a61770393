package dev.gatewayz.testkit.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schemas of OpenAI's API, to hold what is sent and answered against. For the tests of
 * this module and of those that take its test jar; needs a JSON Schema validator on the class path.
 */
public final class OpenAiSchemas {
  private static final String ID = "https://openai.example/schemas.json";

  /** A word of OpenAPI that one schema has kept. It allows nothing, so nothing has to check it. */
  private static final Keyword NULLABLE = new NonValidationKeyword("nullable");

  private static final String FILE = "/openai/schemas.json";
  private static final SchemaRegistry REGISTRY = registry();
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private OpenAiSchemas() {}

  /** The body of a request for a chat completion. */
  public static void assertChatRequest(String json) {
    assertValid("CreateChatCompletionRequest", json);
  }

  /** A whole chat completion. */
  public static void assertChatCompletion(String json) {
    assertValid("CreateChatCompletionResponse", json);
  }

  /** The data of one event of a streamed chat completion. */
  public static void assertChatChunk(String json) {
    assertValid("CreateChatCompletionStreamResponse", json);
  }

  /**
   * Fails if a document does not fit a definition.
   *
   * @param definition a name below {@code $defs}, for example {@code ListModelsResponse}
   */
  public static void assertValid(String definition, String json) {
    List<Error> errors = errors(definition, json);
    if (!errors.isEmpty()) {
      throw new AssertionError("No " + definition + ": " + errors + " in " + json);
    }
  }

  /** What does not fit. */
  public static List<Error> errors(String definition, String json) {
    return SCHEMAS
        .computeIfAbsent(
            definition, name -> REGISTRY.getSchema(SchemaLocation.of(ID + "#/$defs/" + name)))
        .validate(json, InputFormat.JSON);
  }

  /** What of a document does not fit a schema of the caller's. */
  public static List<Error> errorsBy(String schema, String json) {
    return REGISTRY.getSchema(schema).validate(json, InputFormat.JSON);
  }

  private static SchemaRegistry registry() {
    try (InputStream file = OpenAiSchemas.class.getResourceAsStream(FILE)) {
      String schemas = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(
          Dialect.builder(Dialects.getDraft202012()).keyword(NULLABLE).build(),
          builder ->
              builder.schemas(
                  Map.of(ID, schemas.replace("\"$id\":\"openai\"", "\"$id\":\"" + ID + "\""))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
