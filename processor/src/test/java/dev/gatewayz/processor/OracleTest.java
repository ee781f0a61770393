package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.Nulls;
import dev.gatewayz.codegen.JsonIn;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Generated readers, told to be strict, and databind, told the same, make equal objects of the same
 * JSON, or both make none.
 */
class OracleTest {
  private static final int DOCUMENTS = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
          .addModule(
              new SimpleModule()
                  .addDeserializer(Instant.class, new FromText<>(Instant::parse))
                  .addDeserializer(LocalDate.class, new FromText<>(LocalDate::parse))
                  .addDeserializer(UUID.class, new FromText<>(UUID::fromString)))
          .build();

  /** Databind's own take numbers and lists for times as well. */
  private static final class FromText<T> extends ValueDeserializer<T> {
    private final Function<String, T> parser;

    FromText(Function<String, T> parser) {
      this.parser = parser;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(String.class, "no text");
      }
      try {
        return parser.apply(in.getString());
      } catch (DateTimeException | IllegalArgumentException e) {
        return context.reportInputMismatch(String.class, e.toString());
      }
    }
  }

  @Test
  void readersAgreeWithDatabind() throws Exception {
    Compilation compilation =
        new Compilation.Setup().replacingOptions().compile(TypedShapes.source(40, 11));
    Map<String, String> schemas = SchemaTest.schemas(compilation, "shapes.Shapes");
    ClassLoader loader = compilation.load();
    Class<?> client = Class.forName("shapes.GatewayzShapes", true, loader);
    Random random = new Random(11);
    int good = 0;
    int bad = 0;
    for (Map.Entry<String, String> prompt : schemas.entrySet()) {
      Class<?> type = client.getDeclaredMethod(prompt.getKey()).getReturnType();
      Method reader = client.getDeclaredMethod("read" + type.getSimpleName(), JsonIn.class);
      reader.setAccessible(true);
      SchemaSample sample = new SchemaSample(prompt.getValue(), random);
      for (int i = 0; i < DOCUMENTS; i++) {
        String document = i % 3 == 0 ? sample.good() : sample.bad();
        Optional<Object> ours = ours(document, reader);
        Optional<Object> theirs = theirs(document, type);
        assertThat(ours).as(type + "\n" + document).isEqualTo(theirs);
        good += ours.isPresent() ? 1 : 0;
        bad += ours.isPresent() ? 0 : 1;
        if (i % 3 == 0) {
          assertThat(ours).as(type + "\n" + document).isPresent();
        }
      }
    }
    assertThat(good).isGreaterThan(2_000);
    assertThat(bad).isGreaterThan(500);
  }

  private static Optional<Object> ours(String document, Method reader) throws Exception {
    Method read =
        Class.forName(JsonIn.class.getPackageName() + ".AnswerDocument")
            .getDeclaredMethod("read", String.class, boolean.class, JsonIn.Reader.class);
    read.setAccessible(true);
    JsonIn.Reader<Object> typed =
        in -> {
          try {
            return reader.invoke(null, in);
          } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        };
    try {
      return Optional.of(read.invoke(null, document, false, typed));
    } catch (InvocationTargetException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> theirs(String document, Class<?> type) {
    try {
      Object value = MAPPER.readValue(document, type);
      return isWhole(value) ? Optional.of(value) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Databind takes {@code null} wherever Java does. */
  private static boolean isWhole(Object value) {
    if (value instanceof Collection<?> elements) {
      return elements.stream().allMatch(OracleTest::isWhole);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() || isWhole(optional.get());
    }
    if (value == null || !value.getClass().isRecord()) {
      return value != null;
    }
    return Arrays.stream(value.getClass().getRecordComponents())
        .allMatch(component -> isWhole(component, value));
  }

  private static boolean isWhole(RecordComponent component, Object owner) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      Object value = accessor.invoke(owner);
      return (value == null && isNullable(component.getAnnotatedType())) || isWhole(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isNullable(AnnotatedElement type) {
    return Arrays.stream(type.getAnnotations())
        .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
  }
}
