package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Annotations of other libraries are understood by their names. */
class OtherAnnotationsTest {
  private static final String SOURCE =
      """
      package other;
      import com.fasterxml.jackson.annotation.*;
      import dev.gatewayz.annotation.GatewayzClient;
      import dev.gatewayz.annotation.GatewayzPrompt;
      import jakarta.validation.constraints.*;
      import java.math.BigDecimal;
      import java.util.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Other {
        @GatewayzPrompt("Go.") Limits limits();
        @GatewayzPrompt("Go.") Named named();

        record Limits(
            @Min(1) @Max(5) int stars,
            @Positive long count,
            @DecimalMin(value = "0.5", inclusive = false) BigDecimal share,
            @NegativeOrZero double loss,
            @Size(min = 2) List<@NotBlank String> names,
            @NotEmpty String title,
            @Pattern(regexp = "[a-z]+") String word,
            @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE) String any,
            @Pattern(regexp = "(?<year>\\\\d+)") String year) {}

        record Named(
            @JsonProperty("full name") String name,
            @JsonProperty Mood mood,
            @JsonPropertyDescription("why so") String why) {}

        enum Mood { @JsonProperty("very good") GOOD, BAD }
      }
      """;

  private static final Compilation COMPILATION =
      new Compilation.Setup().replacingOptions().compile(SOURCE);

  private static String schema(String prompt) {
    Map<String, String> schemas = SchemaTest.schemas(COMPILATION, "other.Other");
    return schemas.get(prompt);
  }

  @Test
  void constraintsOfJakartaValidationAreKeywordsOrWords() {
    assertThat(schema("limits"))
        .contains(
            "\"stars\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":5}",
            "\"count\":{\"type\":\"integer\",\"minimum\":1}",
            "\"share\":{\"type\":\"number\",\"minimum\":0.5,\"description\":\"A number above 0.5.\"}",
            "\"loss\":{\"type\":\"number\",\"maximum\":0}",
            "\"names\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"description\":\"Text that"
                + " is not blank.\"},\"minItems\":2}",
            "\"title\":{\"type\":\"string\",\"description\":\"Text of at least 1 character.\"}",
            "\"word\":{\"type\":\"string\",\"pattern\":\"^[a-z]+$\"}",
            "\"any\":{\"type\":\"string\",\"description\":\"Text that matches [a-z]+.\"}",
            "\"year\":{\"type\":\"string\",\"description\":\"Text that matches (?<year>\\\\d+).\"}");
  }

  @Test
  void theyAreCheckedToo() {
    assertThat(COMPILATION.sources().get("other/GatewayzOther.java"))
        .contains(
            "(int) in.integer(1, 5)",
            "in.integer(1, 9223372036854775807L)",
            "v.compareTo(new BigDecimal(\"0.5\")) > 0",
            "v <= 0.0",
            "!v.isBlank()",
            "v.length() >= 1",
            "Pattern.compile(\"[a-z]+\", 2)",
            "PATTERN2.matcher(v).matches()");
  }

  @Test
  void namesOfJacksonAreTheNamesInJson() {
    assertThat(schema("named"))
        .contains(
            "\"full name\":{\"type\":\"string\"}",
            "\"enum\":[\"very good\",\"BAD\"]",
            "\"why\":{\"type\":\"string\",\"description\":\"why so\"}");
    assertThat(COMPILATION.sources().get("other/GatewayzOther.java"))
        .contains("case \"full name\" -> name = in.string()", "new Other.Mood[] {");
  }
}
