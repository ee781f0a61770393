package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What code of the user's decides how to write, as a serializer that masks, is refused: shown
 * without that code it could be what was never to be sent.
 */
class JsonCodeTest {
  private static final String[] LIBRARIES = {
    "package com.google.gson.annotations; public @interface JsonAdapter { Class<?> value(); }",
    "package com.google.gson.annotations; public @interface Expose {"
        + " boolean serialize() default true; boolean deserialize() default true; }",
    "package jakarta.json.bind.annotation;"
        + " public @interface JsonbTypeSerializer { Class<?> value(); }",
    "package jakarta.json.bind.annotation;"
        + " public @interface JsonbTypeAdapter { Class<?> value(); }",
    "package jakarta.json.bind.annotation;"
        + " public @interface JsonbVisibility { Class<?> value(); }",
    "package jakarta.json.bind.annotation; public @interface JsonbDateFormat { String value(); }",
    "package jakarta.json.bind.annotation; public @interface JsonbAnnotation {}",
    "package jakarta.json.bind.annotation; public @interface JsonbTransient {}",
    "package com.fasterxml.jackson.databind.annotation;"
        + " public @interface JsonSerialize { Class<?> using() default Void.class; }"
  };

  private static final String TYPES =
      """
      package run;
      import com.fasterxml.jackson.annotation.*;
      import jakarta.json.bind.annotation.*;
      import java.util.*;
      import tools.jackson.databind.PropertyNamingStrategies;
      import tools.jackson.databind.annotation.*;
      import tools.jackson.databind.ser.std.ToStringSerializer;
      class Types {
        static class Mask {}
        @JacksonAnnotationsInside @JsonSerialize(using = MaskSerializer.class) @interface Masked {}
        @JsonbAnnotation @JsonbTransient @interface Hidden {}
        abstract static class MaskSerializer extends tools.jackson.databind.ser.std.StdSerializer<Object> {
          MaskSerializer() { super(Object.class); }
        }
        abstract static class Naming extends tools.jackson.databind.PropertyNamingStrategy {}
        static class Name { public String getName() { return ""; } }

        record Property(@JsonSerialize(using = MaskSerializer.class) String pin) {}
        record Bundle(@Masked String pin) {}
        static class Getter { @JsonSerialize(using = MaskSerializer.class) public String getPin() { return ""; } }
        static class Field { @JsonSerialize(using = MaskSerializer.class) private String pin;
          public String getPin() { return pin; } }
        record Elements(@JsonSerialize(contentUsing = MaskSerializer.class) List<String> pins) {}
        record Older(@com.fasterxml.jackson.databind.annotation.JsonSerialize(using = Mask.class) String pin) {}
        @JsonSerialize(using = MaskSerializer.class) record Whole(String pin) {}
        record Part(Whole whole) {}
        record Parts(Map<String, List<Whole>> whole) {}
        @JsonSerialize(as = Name.class) static class Narrow extends Name { public String getPin() { return ""; } }
        @JsonNaming(Naming.class) record Named(String pin) {}
        @JsonFilter("secrets") record Filtered(String pin) {}
        record Custom(@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Mask.class) String pin) {}
        @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
        record Identified(@JsonIdentityReference(alwaysAsId = true) Name owner) {}
        record Adapted(@com.google.gson.annotations.JsonAdapter(Mask.class) String pin) {}
        record Serialized(@JsonbTypeSerializer(Mask.class) String pin) {}
        @JsonbTypeAdapter(Mask.class) record AdaptedByB(String pin) {}
        @JsonbVisibility(Mask.class) record Visible(String pin) {}
        sealed interface Masking { String name(); }
        record Member(String name, @Masked String pin) implements Masking {}
        record Other(String name) implements Masking {}
        @JsonSerialize(using = MaskSerializer.class) sealed interface Way { String name(); }
        record OnFoot(String name, String pin) implements Way {}
        sealed interface Mail { String name(); }
        record Address(String name, @JsonValue String pin) implements Mail {}
        record Dated(@JsonbDateFormat("dd.MM.yyyy") java.time.LocalDate day) {}
        record Patterned(@JsonFormat(pattern = "dd.MM.yyyy") Optional<java.time.LocalDate> day) {}
        record Numbered(List<Level> levels) {}
        @JsonFormat(shape = JsonFormat.Shape.NUMBER) enum Level { LOW }
        record Unwrapped(@JsonUnwrapped Part part) {}
        record Raw(@JsonRawValue String json) {}
        @JsonFormat(shape = JsonFormat.Shape.ARRAY) record Row(int a, int b) {}
        static class Any extends Name { @JsonAnyGetter public Map<String, String> others() { return null; } }
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) static class Told extends Name {}

        record Library(@JsonSerialize(using = ToStringSerializer.class) long id) {}
        record Plain(@JsonInclude(JsonInclude.Include.NON_NULL) String name) {}
        @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) record Snake(String name) {}
        record LeftOut(@Masked @JsonIgnore String pin, String name) {}
        record HiddenByB(@Hidden String pin, String name) {}
        static class Exposed {
          @com.google.gson.annotations.Expose public String name = "";
          public String pin = "s3cret";
          public Mask mask = new Mask();
        }
      }
      """;

  private static final List<String> REFUSED =
      List.of(
          "Property",
          "Bundle",
          "Getter",
          "Field",
          "Elements",
          "Older",
          "Whole",
          "Part",
          "Parts",
          "Narrow",
          "Named",
          "Filtered",
          "Custom",
          "Identified",
          "Adapted",
          "Serialized",
          "AdaptedByB",
          "Visible",
          "Masking",
          "Way",
          "Mail",
          "Dated",
          "Patterned",
          "Numbered",
          "Unwrapped",
          "Raw",
          "Row",
          "Any",
          "Told");
  private static final List<String> TAKEN =
      List.of("Library", "Plain", "Snake", "LeftOut", "HiddenByB", "Exposed");

  private static Compilation compile(List<String> types) {
    StringBuilder members = new StringBuilder();
    for (String type : types) {
      members.append(
          """
          @GatewayzPrompt("{{value}}") String show%1$s(@Json Types.%1$s value);
          class Tool%1$s { @GatewayzTool("x") public List<Types.%1$s> find%1$s() { return null; } }
          @GatewayzPrompt(value = "Go.", tools = Tool%1$s.class) String go%1$s();
          """
              .formatted(type));
    }
    String caller =
        """
        package run;
        import dev.gatewayz.annotation.*;
        import java.util.List;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Caller {
        %s
        }
        """
            .formatted(members);
    return new Compilation.Setup()
        .replacingOptions("-Xlint:none")
        .compile(
            Stream.concat(Stream.of(LIBRARIES), Stream.of(TYPES, caller)).toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> codeThatDecidesIsNamed() {
    String log = compile(REFUSED).log();
    return REFUSED.stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type,
                    () ->
                        assertThat(log)
                            .containsPattern(
                                "\\[GZ3007] \\{\\{value}} cannot be written as JSON: it is "
                                    + type
                                    + "[ ,][^\n]*(?:Types\\.|Address\\.|secrets|@JsonIdentityReference)[^\n]* decides"
                                    + " how to write")
                            .containsPattern(
                                "\\[GZ7007] The tool \"find"
                                    + type
                                    + "\" returns [^\n]* decides how to write")));
  }

  @TestFactory
  Stream<DynamicTest> codeOfALibraryDecidesNothing() {
    Compilation compilation = compile(TAKEN);
    assertThat(compilation.log()).isEmpty();
    String source = compilation.sources().get("run/GatewayzCaller.java");
    return TAKEN.stream()
        .map(type -> DynamicTest.dynamicTest(type, () -> assertThat(source).doesNotContain("pin")));
  }
}
