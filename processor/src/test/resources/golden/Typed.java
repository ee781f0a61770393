package fixtures;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;

/**
 * Implements {@link Typed}.
 */
@GatewayzGenerated(
    format = 1
)
@SuppressWarnings("NullAway")
class GatewayzTyped implements Typed {
  static final String PLAIN_ID = "fixtures.Typed.plain";

  static final String NUMBERS_ID = "fixtures.Typed.numbers";

  static final String TIMES_ID = "fixtures.Typed.times";

  static final String LISTS_ID = "fixtures.Typed.lists";

  static final String ABSENT_ID = "fixtures.Typed.absent";

  static final String LIMITS_ID = "fixtures.Typed.limits";

  static final String TREE_ID = "fixtures.Typed.tree";

  static final String SHAPE_ID = "fixtures.Typed.shape";

  static final String DRAWING_ID = "fixtures.Typed.drawing";

  static final String PAGE_ID = "fixtures.Typed.page";

  static final String RESULT_ID = "fixtures.Typed.result";

  static final String MOOD_ID = "fixtures.Typed.mood";

  static final String PERHAPS_ID = "fixtures.Typed.perhaps";

  static final String COUNT_ID = "fixtures.Typed.count";

  static final String IS_ID = "fixtures.Typed.is";

  static final String ALL_ID = "fixtures.Typed.all";

  static final String WORDS_ID = "fixtures.Typed.words";

  static final String MAYBE_ID = "fixtures.Typed.maybe";

  static final String MAP_ID = "fixtures.Typed.map";

  static final String STREAM_ID = "fixtures.Typed.stream";

  static final String MOODS_ID = "fixtures.Typed.moods";

  static final String REPAIRED_ID = "fixtures.Typed.repaired";

  private static final Prompt PLAIN = Prompt.of(
      PLAIN_ID, "925df35a380237f2",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Plain\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Plain.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // a \"name\"\n  \"in\": string,\n  \"in2\": boolean,\n  // how it feels\n  // GOOD: fine\n  \"v\": \"GOOD\" | \"BAD\",\n  \"value\": string | null\n}");

  private static final Prompt NUMBERS = Prompt.of(
      NUMBERS_ID, "5165a058dadaf6fa",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Numbers\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":-128,\"maximum\":127},\"b\":{\"type\":\"integer\",\"minimum\":-32768,\"maximum\":32767},\"c\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647},\"d\":{\"type\":\"integer\"},\"e\":{\"type\":\"number\"},\"f\":{\"type\":\"number\"},\"g\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647},\"h\":{\"type\":\"number\"},\"i\":{\"type\":\"number\"},\"j\":{\"type\":\"integer\"},\"k\":{\"type\":\"integer\",\"minimum\":-999999999,\"maximum\":999999999}},\"required\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Numbers.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"a\": integer,\n  \"b\": integer,\n  \"c\": integer,\n  \"d\": integer,\n  \"e\": number,\n  \"f\": number,\n  \"g\": integer,\n  \"h\": number,\n  \"i\": number,\n  \"j\": integer,\n  \"k\": integer\n}");

  private static final Prompt TIMES = Prompt.of(
      TIMES_ID, "e4de9f5a83dff27d",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Times\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\",\"format\":\"date\"},\"at\":{\"type\":\"string\",\"format\":\"date-time\"},\"lasts\":{\"type\":\"string\",\"pattern\":\"^PT[0-9]{1,6}H[0-9]{1,2}M[0-9]{1,2}S$\"},\"id\":{\"type\":\"string\",\"format\":\"uuid\"},\"uri\":{\"type\":\"string\"}},\"required\":[\"day\",\"at\",\"lasts\",\"id\",\"uri\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Times.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // date, as 2026-01-31\n  \"day\": string,\n  // date and time with offset, as 2026-01-31T09:30:00Z\n  \"at\": string,\n  // duration, as PT1H30M0S\n  \"lasts\": string,\n  // UUID, as 6b0c0000-0000-4000-8000-000000000001\n  \"id\": string,\n  // URI, as https://example.com/path\n  \"uri\": string\n}");

  private static final Prompt LISTS = Prompt.of(
      LISTS_ID, "a80fe1cc9f23f6e2",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Lists\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"names\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"moods\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"}},\"grid\":{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}}},\"words\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"ints\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"doubles\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}},\"plains\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}},\"holes\":{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]}},\"maybes\":{\"type\":\"array\",\"items\":{\"type\":[\"integer\",\"null\"],\"minimum\":-2147483648,\"maximum\":2147483647}},\"ints2\":{\"type\":\"array\",\"items\":{\"type\":[\"integer\",\"null\"],\"minimum\":-2147483648,\"maximum\":2147483647}}},\"required\":[\"names\",\"moods\",\"grid\",\"words\",\"ints\",\"doubles\",\"plains\",\"holes\",\"maybes\",\"ints2\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Lists.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"names\": string[],\n  // each: how it feels\n  // each: GOOD: fine\n  \"moods\": (\"GOOD\" | \"BAD\")[],\n  \"grid\": integer[][],\n  \"words\": string[],\n  \"ints\": integer[],\n  \"doubles\": number[],\n  \"plains\": {\n    // a \"name\"\n    \"in\": string,\n    \"in2\": boolean,\n    // how it feels\n    // GOOD: fine\n    \"v\": \"GOOD\" | \"BAD\",\n    \"value\": string | null\n  }[],\n  \"holes\": (string | null)[],\n  \"maybes\": (integer | null)[],\n  \"ints2\": (integer | null)[]\n}");

  private static final Prompt ABSENT = Prompt.of(
      ABSENT_ID, "c753d13121bfb383",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Absent\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"text\":{\"type\":[\"string\",\"null\"]},\"number\":{\"type\":[\"integer\",\"null\"],\"minimum\":-2147483648,\"maximum\":2147483647},\"plain\":{\"anyOf\":[{\"$ref\":\"#/$defs/Plain\"},{\"type\":\"null\"}]},\"nullable\":{\"anyOf\":[{\"$ref\":\"#/$defs/Plain\"},{\"type\":\"null\"}]},\"list\":{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"string\"}},\"mood\":{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]},{\"type\":\"null\"}],\"description\":\"how it feels\\nGOOD: fine\"}},\"required\":[\"text\",\"number\",\"plain\",\"nullable\",\"list\",\"mood\"],\"additionalProperties\":false,\"$defs\":{\"Plain\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}}}}}",
      "{\"role\":\"user\",\"content\":\"Absent.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"text\": string | null,\n  \"number\": integer | null,\n  \"plain\": Plain | null,\n  \"nullable\": Plain | null,\n  \"list\": string[] | null,\n  // how it feels\n  // GOOD: fine\n  \"mood\": \"GOOD\" | \"BAD\" | null\n}\n\nPlain = {\n  // a \"name\"\n  \"in\": string,\n  \"in2\": boolean,\n  // how it feels\n  // GOOD: fine\n  \"v\": \"GOOD\" | \"BAD\",\n  \"value\": string | null\n}");

  private static final Prompt LIMITS = Prompt.of(
      LIMITS_ID, "fffd1f2352d83387",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Limits\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":150},\"score\":{\"type\":\"number\",\"minimum\":-0.5},\"share\":{\"type\":\"number\",\"maximum\":1},\"title\":{\"type\":\"string\",\"description\":\"Text of 1 to 80 characters.\"},\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"description\":\"Text of at least 1 character.\"},\"maxItems\":3},\"currency\":{\"type\":\"string\",\"pattern\":\"^([A-Z]{3}|EUR)$\"},\"place\":{\"type\":\"array\",\"items\":{\"type\":\"number\"},\"minItems\":2,\"maxItems\":2},\"rank\":{\"type\":[\"integer\",\"null\"],\"minimum\":1,\"maximum\":2147483647},\"note\":{\"type\":[\"string\",\"null\"],\"description\":\"Text of at most 9 characters.\"}},\"required\":[\"age\",\"score\",\"share\",\"title\",\"tags\",\"currency\",\"place\",\"rank\",\"note\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Limits.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // a number from 0 to 150\n  \"age\": integer,\n  // a number of at least -0.5\n  \"score\": number,\n  // a number of at most 1\n  \"share\": number,\n  // text of 1 to 80 characters\n  \"title\": string,\n  // at most 3 elements\n  // each: text of at least 1 character\n  \"tags\": string[],\n  // text that matches [A-Z]{3}|EUR\n  \"currency\": string,\n  // exactly 2 elements\n  \"place\": number[],\n  // a number of at least 1\n  \"rank\": integer | null,\n  // text of at most 9 characters\n  \"note\": string | null\n}");

  private static final Prompt TREE = Prompt.of(
      TREE_ID, "6215f9ea3cd2474d",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Tree\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Tree\"}},\"parent\":{\"anyOf\":[{\"$ref\":\"#/$defs/Tree\"},{\"type\":\"null\"}],\"description\":\"above\"}},\"required\":[\"name\",\"children\",\"parent\"],\"additionalProperties\":false,\"$defs\":{\"Tree\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Tree\"}},\"parent\":{\"anyOf\":[{\"$ref\":\"#/$defs/Tree\"},{\"type\":\"null\"}],\"description\":\"above\"}},\"required\":[\"name\",\"children\",\"parent\"],\"additionalProperties\":false}}}}}",
      "{\"role\":\"user\",\"content\":\"Tree.\"}")
      .withSchema(SchemaForm.AUTO,
      "Tree\n\nTree = {\n  \"name\": string,\n  \"children\": Tree[],\n  // above\n  \"parent\": Tree | null\n}");

  private static final Prompt SHAPE = Prompt.of(
      SHAPE_ID, "13ac7ad9e8bd0e1f",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Shape\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"$ref\":\"#/$defs/Shape\"}},\"required\":[\"value\"],\"additionalProperties\":false,\"$defs\":{\"Shape\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Circle\"},\"radius\":{\"type\":\"number\"}},\"required\":[\"kind\",\"radius\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Square\"},\"side\":{\"type\":\"number\"},\"type\":{\"type\":\"string\"}},\"required\":[\"kind\",\"side\",\"type\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Group\"},\"parts\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Shape\"}}},\"required\":[\"kind\",\"parts\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Nothing\"}},\"required\":[\"kind\"],\"additionalProperties\":false}],\"description\":\"a form\"}}}}}",
      "{\"role\":\"user\",\"content\":\"Shape.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // a form\n  \"value\": Shape\n}\n\nShape = {\n  \"kind\": \"Circle\",\n  \"radius\": number\n} | {\n  \"kind\": \"Square\",\n  \"side\": number,\n  \"type\": string\n} | {\n  \"kind\": \"Group\",\n  // each: a form\n  \"parts\": Shape[]\n} | {\n  \"kind\": \"Nothing\"\n}");

  private static final Prompt DRAWING = Prompt.of(
      DRAWING_ID, "82b228c6c71a9993",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Drawing\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"main\":{\"anyOf\":[{\"$ref\":\"#/$defs/Shape\"}],\"description\":\"the main one\"},\"frame\":{\"type\":\"object\",\"properties\":{\"radius\":{\"type\":\"number\"}},\"required\":[\"radius\"],\"additionalProperties\":false},\"other\":{\"anyOf\":[{\"$ref\":\"#/$defs/Shape\"},{\"type\":\"null\"}]}},\"required\":[\"main\",\"frame\",\"other\"],\"additionalProperties\":false,\"$defs\":{\"Shape\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Circle\"},\"radius\":{\"type\":\"number\"}},\"required\":[\"kind\",\"radius\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Square\"},\"side\":{\"type\":\"number\"},\"type\":{\"type\":\"string\"}},\"required\":[\"kind\",\"side\",\"type\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Group\"},\"parts\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Shape\"}}},\"required\":[\"kind\",\"parts\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"const\":\"Nothing\"}},\"required\":[\"kind\"],\"additionalProperties\":false}],\"description\":\"a form\"}}}}}",
      "{\"role\":\"user\",\"content\":\"Drawing.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // the main one\n  // a form\n  \"main\": Shape,\n  \"frame\": {\n    \"radius\": number\n  },\n  // a form\n  \"other\": Shape | null\n}\n\nShape = {\n  \"kind\": \"Circle\",\n  \"radius\": number\n} | {\n  \"kind\": \"Square\",\n  \"side\": number,\n  \"type\": string\n} | {\n  \"kind\": \"Group\",\n  // each: a form\n  \"parts\": Shape[]\n} | {\n  \"kind\": \"Nothing\"\n}");

  private static final Prompt PAGE = Prompt.of(
      PAGE_ID, "6f2ec4501b01796c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Page_Plain\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Plain\"}},\"first\":{\"$ref\":\"#/$defs/Plain\"},\"total\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"items\",\"first\",\"total\"],\"additionalProperties\":false,\"$defs\":{\"Plain\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}}}}}",
      "{\"role\":\"user\",\"content\":\"Page.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"items\": Plain[],\n  \"first\": Plain,\n  \"total\": integer\n}\n\nPlain = {\n  // a \"name\"\n  \"in\": string,\n  \"in2\": boolean,\n  // how it feels\n  // GOOD: fine\n  \"v\": \"GOOD\" | \"BAD\",\n  \"value\": string | null\n}");

  private static final Prompt RESULT = Prompt.of(
      RESULT_ID, "4be367ed5f018ef5",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Result_Plain\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Ok\"},\"value\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}},\"required\":[\"type\",\"value\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Failed\"},\"why\":{\"type\":\"string\"}},\"required\":[\"type\",\"why\"],\"additionalProperties\":false}]}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Result.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    \"type\": \"Ok\",\n    \"value\": {\n      // a \"name\"\n      \"in\": string,\n      \"in2\": boolean,\n      // how it feels\n      // GOOD: fine\n      \"v\": \"GOOD\" | \"BAD\",\n      \"value\": string | null\n    }\n  } | {\n    \"type\": \"Failed\",\n    \"why\": string\n  }\n}");

  private static final Prompt MOOD = Prompt.of(
      MOOD_ID, "a67f50f701e11b08",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Mood\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Mood.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // how it feels\n  // GOOD: fine\n  \"value\": \"GOOD\" | \"BAD\"\n}");

  private static final Prompt PERHAPS = Prompt.of(
      PERHAPS_ID, "9a652c693d0a6f37",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Mood\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]},{\"type\":\"null\"}],\"description\":\"how it feels\\nGOOD: fine\"}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Perhaps.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // how it feels\n  // GOOD: fine\n  \"value\": \"GOOD\" | \"BAD\" | null\n}");

  private static final Prompt COUNT = Prompt.of(
      COUNT_ID, "4fda81d6549797d3",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"int\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Count.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": integer\n}");

  private static final Prompt IS = Prompt.of(
      IS_ID, "c3522e7ac41a47a4",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"boolean\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"boolean\"}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Is it?\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": boolean\n}");

  private static final Prompt ALL = Prompt.of(
      ALL_ID, "6f44738c14db6dc2",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"List_Plain\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"All.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    // a \"name\"\n    \"in\": string,\n    \"in2\": boolean,\n    // how it feels\n    // GOOD: fine\n    \"v\": \"GOOD\" | \"BAD\",\n    \"value\": string | null\n  }[]\n}");

  private static final Prompt WORDS = Prompt.of(
      WORDS_ID, "ca915ab3fa3677ec",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"StringArray\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Words.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": string[]\n}");

  private static final Prompt MAYBE = Prompt.of(
      MAYBE_ID, "68e7f32fb2be61bd",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Optional_Plain\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false},{\"type\":\"null\"}]}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Maybe.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    // a \"name\"\n    \"in\": string,\n    \"in2\": boolean,\n    // how it feels\n    // GOOD: fine\n    \"v\": \"GOOD\" | \"BAD\",\n    \"value\": string | null\n  } | null\n}");

  private static final Prompt MAP = Prompt.of(
      MAP_ID, "90c41a538ae26d83",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Map_String_List_Integer\",\"strict\":false,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Map.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": { [name: string]: integer[] }\n}");

  private static final Prompt STREAM = Prompt.of(
      STREAM_ID, "0ed3463fec2cf004",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Plain_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Stream.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    // a \"name\"\n    \"in\": string,\n    \"in2\": boolean,\n    // how it feels\n    // GOOD: fine\n    \"v\": \"GOOD\" | \"BAD\",\n    \"value\": string | null\n  }[]\n}");

  private static final Prompt MOODS = Prompt.of(
      MOODS_ID, "7c7a62794cb93911",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Mood_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Stream.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // each: how it feels\n  // each: GOOD: fine\n  \"value\": (\"GOOD\" | \"BAD\")[]\n}");

  private static final Prompt REPAIRED = Prompt.of(
      REPAIRED_ID, "2912448d19e02e9c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Plain\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"in\":{\"type\":\"string\",\"description\":\"a \\\"name\\\"\"},\"in2\":{\"type\":\"boolean\"},\"v\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"],\"description\":\"how it feels\\nGOOD: fine\"},\"value\":{\"type\":[\"string\",\"null\"]}},\"required\":[\"in\",\"in2\",\"v\",\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Plain.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // a \"name\"\n  \"in\": string,\n  \"in2\": boolean,\n  // how it feels\n  // GOOD: fine\n  \"v\": \"GOOD\" | \"BAD\",\n  \"value\": string | null\n}");

  private static final Pattern PATTERN = Pattern.compile("[A-Z]{3}|EUR");

  private static final AnswerType<Typed.Plain> PLAIN_ANSWER = AnswerType.of(GatewayzTyped::readPlain);

  private static final AnswerType<Typed.Numbers> NUMBERS_ANSWER = AnswerType.of(GatewayzTyped::readNumbers);

  private static final AnswerType<Typed.Times> TIMES_ANSWER = AnswerType.of(GatewayzTyped::readTimes);

  private static final AnswerType<Typed.Lists> LISTS_ANSWER = AnswerType.of(GatewayzTyped::readLists);

  private static final AnswerType<Typed.Absent> ABSENT_ANSWER = AnswerType.of(GatewayzTyped::readAbsent);

  private static final AnswerType<Typed.Limits> LIMITS_ANSWER = AnswerType.of(GatewayzTyped::readLimits);

  private static final AnswerType<Typed.Tree> TREE_ANSWER = AnswerType.of(GatewayzTyped::readTree);

  private static final AnswerType<Typed.Shape> SHAPE_ANSWER = AnswerType.of(in -> in.wrapped(GatewayzTyped::readShape));

  private static final AnswerType<Typed.Drawing> DRAWING_ANSWER = AnswerType.of(GatewayzTyped::readDrawing);

  private static final AnswerType<Typed.Page<Typed.Plain>> PAGE_PLAIN_ANSWER = AnswerType.of(GatewayzTyped::readPage_Plain);

  private static final AnswerType<Typed.Result<Typed.Plain>> RESULT_PLAIN_ANSWER = AnswerType.of(in -> in.wrapped(GatewayzTyped::readResult_Plain));

  private static final AnswerType<Typed.Mood> MOOD_ANSWER = AnswerType.of(in -> in.wrapped(in2 -> in2.oneOf(Typed.Mood.values())));

  private static final AnswerType<Typed.Mood> MOOD_ANSWER2 = AnswerType.of(in -> in.wrapped(in2 -> in2.nullable(in3 -> in3.oneOf(Typed.Mood.values()))));

  private static final AnswerType<Integer> INT_ANSWER = AnswerType.of(in -> in.wrapped(JsonIn::int32));

  private static final AnswerType<Boolean> BOOLEAN_ANSWER = AnswerType.of(in -> in.wrapped(JsonIn::bool));

  private static final AnswerType<List<Typed.Plain>> LIST_PLAIN_ANSWER = AnswerType.of(in -> in.wrapped(in2 -> in2.list(GatewayzTyped::readPlain)));

  private static final AnswerType<String[]> STRING_ARRAY_ANSWER = AnswerType.of(in -> in.wrapped(in2 -> in2.<String>list(JsonIn::string).toArray(String[]::new)));

  private static final AnswerType<Optional<Typed.Plain>> OPTIONAL_PLAIN_ANSWER = AnswerType.of(in -> in.wrapped(in2 -> in2.isNull() ? Optional.empty() : Optional.of(readPlain(in2))));

  private static final AnswerType<Map<String, List<Integer>>> MAP_STRING_LIST_INTEGER_ANSWER = AnswerType.of(in -> in.wrapped(in2 -> in2.<List<Integer>>map(in3 -> in3.list(JsonIn::int32))));

  private static final AnswerType<Typed.Mood> MOOD_ANSWER3 = AnswerType.of(in2 -> in2.oneOf(Typed.Mood.values()));

  private final PromptClient client;

  GatewayzTyped(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Typed", PLAIN_ID, NUMBERS_ID, TIMES_ID,
        LISTS_ID, ABSENT_ID, LIMITS_ID, TREE_ID, SHAPE_ID, DRAWING_ID, PAGE_ID, RESULT_ID, MOOD_ID,
        PERHAPS_ID, COUNT_ID, IS_ID, ALL_ID, WORDS_ID, MAYBE_ID, MAP_ID, STREAM_ID, MOODS_ID,
        REPAIRED_ID);
  }

  @Override
  public Typed.Plain plain() {
    return client.call(PLAIN.render().raw(0), PLAIN_ANSWER);
  }

  @Override
  public CompletableFuture<Typed.Numbers> numbers() {
    return client.callAsync(NUMBERS.render().raw(0), NUMBERS_ANSWER);
  }

  @Override
  public CompletionStage<Typed.Times> times() {
    return client.callAsync(TIMES.render().raw(0), TIMES_ANSWER);
  }

  @Override
  public Completion<Typed.Lists> lists() {
    return client.complete(LISTS.render().raw(0), LISTS_ANSWER);
  }

  @Override
  public Typed.Absent absent() {
    return client.call(ABSENT.render().raw(0), ABSENT_ANSWER);
  }

  @Override
  public Typed.Limits limits() {
    return client.call(LIMITS.render().raw(0), LIMITS_ANSWER);
  }

  @Override
  public Typed.Tree tree() {
    return client.call(TREE.render().raw(0), TREE_ANSWER);
  }

  @Override
  public Typed.Shape shape() {
    return client.call(SHAPE.render().raw(0), SHAPE_ANSWER);
  }

  @Override
  public Typed.Drawing drawing() {
    return client.call(DRAWING.render().raw(0), DRAWING_ANSWER);
  }

  @Override
  public Typed.Page<Typed.Plain> page() {
    return client.call(PAGE.render().raw(0), PAGE_PLAIN_ANSWER);
  }

  @Override
  public Typed.Result<Typed.Plain> result() {
    return client.call(RESULT.render().raw(0), RESULT_PLAIN_ANSWER);
  }

  @Override
  public Typed.Mood mood() {
    return client.call(MOOD.render().raw(0), MOOD_ANSWER);
  }

  @Override
  public Typed.Mood perhaps() {
    return client.call(PERHAPS.render().raw(0), MOOD_ANSWER2);
  }

  @Override
  public int count() {
    return client.call(COUNT.render().raw(0), INT_ANSWER);
  }

  @Override
  public boolean is() {
    return client.call(IS.render().raw(0), BOOLEAN_ANSWER);
  }

  @Override
  public List<Typed.Plain> all() {
    return client.call(ALL.render().raw(0), LIST_PLAIN_ANSWER);
  }

  @Override
  public String[] words() {
    return client.call(WORDS.render().raw(0), STRING_ARRAY_ANSWER);
  }

  @Override
  public Optional<Typed.Plain> maybe() {
    return client.call(MAYBE.render().raw(0), OPTIONAL_PLAIN_ANSWER);
  }

  @Override
  public Map<String, List<Integer>> map() {
    return client.call(MAP.render().raw(0), MAP_STRING_LIST_INTEGER_ANSWER);
  }

  @Override
  public Flow.Publisher<Typed.Plain> stream() {
    return client.elements(STREAM.render().raw(0), PLAIN_ANSWER);
  }

  @Override
  public Flow.Publisher<Typed.Mood> moods() {
    return client.elements(MOODS.render().raw(0), MOOD_ANSWER3);
  }

  @Override
  public CompletableFuture<Completion<Typed.Plain>> repaired() {
    return client.completeAsync(REPAIRED.render().raw(0).repair(2), PLAIN_ANSWER);
  }

  private static Typed.Plain readPlain(JsonIn in) {
    String in_ = null;
    Boolean in2_ = null;
    Typed.Mood v2 = null;
    String value = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "in" -> in_ = in.string();
        case "in2" -> in2_ = in.bool();
        case "v" -> v2 = in.oneOf(Typed.Mood.values());
        case "value" -> value = in.nullable(JsonIn::string);
        default -> in.skip();
      }
    }
    return new Typed.Plain(in.required("in", in_), in.required("in2", in2_), in.required("v", v2),
        value);
  }

  private static Typed.Numbers readNumbers(JsonIn in) {
    Byte a = null;
    Short b = null;
    Integer c = null;
    Long d = null;
    Float e = null;
    Double f = null;
    Integer g = null;
    Double h = null;
    BigDecimal i = null;
    BigInteger j = null;
    Year k = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "a" -> a = (byte) in.integer(-128, 127);
        case "b" -> b = (short) in.integer(-32768, 32767);
        case "c" -> c = in.int32();
        case "d" -> d = in.int64();
        case "e" -> e = in.float32();
        case "f" -> f = in.float64();
        case "g" -> g = in.int32();
        case "h" -> h = in.float64();
        case "i" -> i = in.decimal();
        case "j" -> j = in.bigInteger();
        case "k" -> k = Year.of((int) in.integer(-999999999, 999999999));
        default -> in.skip();
      }
    }
    return new Typed.Numbers(in.required("a", a), in.required("b", b), in.required("c", c),
        in.required("d", d), in.required("e", e), in.required("f", f), in.required("g", g),
        in.required("h", h), in.required("i", i), in.required("j", j), in.required("k", k));
  }

  private static Typed.Times readTimes(JsonIn in) {
    LocalDate day = null;
    Instant at = null;
    Duration lasts = null;
    UUID id = null;
    URI uri = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "day" -> day = in.text("a date", LocalDate::parse);
        case "at" -> at = in.text("a time stamp", Instant::parse);
        case "lasts" -> lasts = in.text("a duration", Duration::parse);
        case "id" -> id = in.uuid();
        case "uri" -> uri = in.text("a URI", URI::create);
        default -> in.skip();
      }
    }
    return new Typed.Times(in.required("day", day), in.required("at", at),
        in.required("lasts", lasts), in.required("id", id), in.required("uri", uri));
  }

  private static Typed.Lists readLists(JsonIn in) {
    List<String> names = null;
    Set<Typed.Mood> moods = null;
    List<List<Integer>> grid = null;
    String[] words = null;
    int[] ints = null;
    double[] doubles = null;
    Typed.Plain[] plains = null;
    List<String> holes = null;
    List<Optional<Integer>> maybes = null;
    List<OptionalInt> ints2 = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "names" -> names = in.list(JsonIn::string);
        case "moods" -> moods = in.set(in2 -> in2.oneOf(Typed.Mood.values()));
        case "grid" -> grid = in.list(in2 -> in2.list(JsonIn::int32));
        case "words" -> words = in.<String>list(JsonIn::string).toArray(String[]::new);
        case "ints" -> ints = in.<Integer>list(JsonIn::int32).stream().mapToInt(Integer::intValue).toArray();
        case "doubles" -> doubles = in.<Double>list(JsonIn::float64).stream().mapToDouble(Double::doubleValue).toArray();
        case "plains" -> plains = in.<Typed.Plain>list(GatewayzTyped::readPlain).toArray(Typed.Plain[]::new);
        case "holes" -> holes = in.list(in2 -> in2.nullable(JsonIn::string));
        case "maybes" -> maybes = in.list(in2 -> in2.isNull() ? Optional.empty() : Optional.of(in2.int32()));
        case "ints2" -> ints2 = in.list(in2 -> in2.isNull() ? OptionalInt.empty() : OptionalInt.of(in2.int32()));
        default -> in.skip();
      }
    }
    return new Typed.Lists(in.required("names", names), in.required("moods", moods),
        in.required("grid", grid), in.required("words", words), in.required("ints", ints),
        in.required("doubles", doubles), in.required("plains", plains), in.required("holes", holes),
        in.required("maybes", maybes), in.required("ints2", ints2));
  }

  private static Typed.Absent readAbsent(JsonIn in) {
    String text = null;
    Integer number = null;
    Typed.Plain plain = null;
    Typed.Plain nullable = null;
    List<String> list = null;
    Typed.Mood mood = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "text" -> text = in.nullable(JsonIn::string);
        case "number" -> number = in.nullable(JsonIn::int32);
        case "plain" -> plain = in.nullable(GatewayzTyped::readPlain);
        case "nullable" -> nullable = in.nullable(GatewayzTyped::readPlain);
        case "list" -> list = in.nullable(in2 -> in2.list(JsonIn::string));
        case "mood" -> mood = in.nullable(in2 -> in2.oneOf(Typed.Mood.values()));
        default -> in.skip();
      }
    }
    return new Typed.Absent(Optional.ofNullable(text),
        number == null ? OptionalInt.empty() : OptionalInt.of(number), Optional.ofNullable(plain),
        nullable, Optional.ofNullable(list), mood);
  }

  private static Typed.Limits readLimits(JsonIn in) {
    Integer age = null;
    Double score = null;
    BigDecimal share = null;
    String title = null;
    List<String> tags = null;
    String currency = null;
    double[] place = null;
    Integer rank = null;
    String note = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "age" -> age = (int) in.integer(0, 150);
        case "score" -> score = in.check(in.float64(), v -> v >= -0.5, "a number of at least -0.5");
        case "share" -> share = in.check(in.decimal(), v -> v.compareTo(new BigDecimal("1.0")) <= 0,
            "a number of at most 1");
        case "title" -> title = in.check(in.string(), v -> v.length() >= 1 && v.length() <= 80,
            "text of 1 to 80 characters");
        case "tags" -> tags = in.check(in.<String>list(in2 -> in2.check(in2.string(),
            v -> v.length() >= 1, "text of at least 1 character")), v -> v.size() <= 3,
            "at most 3 elements");
        case "currency" -> currency = in.check(in.string(), v -> PATTERN.matcher(v).matches(),
            "text that matches [A-Z]{3}|EUR");
        case "place" -> place = in.check(in.<Double>list(JsonIn::float64).stream().mapToDouble(Double::doubleValue).toArray(),
            v -> v.length >= 2 && v.length <= 2, "exactly 2 elements");
        case "rank" -> rank = in.nullable(in2 -> (int) in2.integer(1, 2147483647));
        case "note" -> note = in.nullable(in2 -> in2.check(in2.string(), v -> v.length() <= 9,
            "text of at most 9 characters"));
        default -> in.skip();
      }
    }
    return new Typed.Limits(in.required("age", age), in.required("score", score),
        in.required("share", share), in.required("title", title), in.required("tags", tags),
        in.required("currency", currency), in.required("place", place), Optional.ofNullable(rank),
        note);
  }

  private static Typed.Tree readTree(JsonIn in) {
    String name = null;
    List<Typed.Tree> children = null;
    Typed.Tree parent = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "name" -> name = in.string();
        case "children" -> children = in.list(GatewayzTyped::readTree);
        case "parent" -> parent = in.nullable(GatewayzTyped::readTree);
        default -> in.skip();
      }
    }
    return new Typed.Tree(in.required("name", name), in.required("children", children), parent);
  }

  private static Typed.Shape readShape(JsonIn in) {
    return in.union("kind", new String[] {"Circle", "Square", "Group", "Nothing"},
        List.of(GatewayzTyped::readCircle, GatewayzTyped::readSquare, GatewayzTyped::readGroup,
        GatewayzTyped::readNothing));
  }

  private static Typed.Circle readCircle(JsonIn in) {
    Double radius = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "radius" -> radius = in.float64();
        default -> in.skip();
      }
    }
    return new Typed.Circle(in.required("radius", radius));
  }

  private static Typed.Square readSquare(JsonIn in) {
    Double side = null;
    String type = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "side" -> side = in.float64();
        case "type" -> type = in.string();
        default -> in.skip();
      }
    }
    return new Typed.Square(in.required("side", side), in.required("type", type));
  }

  private static Typed.Group readGroup(JsonIn in) {
    List<Typed.Shape> parts = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "parts" -> parts = in.list(GatewayzTyped::readShape);
        default -> in.skip();
      }
    }
    return new Typed.Group(in.required("parts", parts));
  }

  private static Typed.Nothing readNothing(JsonIn in) {
    in.beginObject();
    while (in.nextMember()) {
      in.skip();
    }
    return new Typed.Nothing();
  }

  private static Typed.Drawing readDrawing(JsonIn in) {
    Typed.Shape main = null;
    Typed.Circle frame = null;
    Typed.Shape other = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "main" -> main = readShape(in);
        case "frame" -> frame = readCircle(in);
        case "other" -> other = in.nullable(GatewayzTyped::readShape);
        default -> in.skip();
      }
    }
    return new Typed.Drawing(in.required("main", main), in.required("frame", frame), other);
  }

  private static Typed.Page<Typed.Plain> readPage_Plain(JsonIn in) {
    List<Typed.Plain> items = null;
    Typed.Plain first = null;
    Integer total = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "items" -> items = in.list(GatewayzTyped::readPlain);
        case "first" -> first = readPlain(in);
        case "total" -> total = in.int32();
        default -> in.skip();
      }
    }
    return new Typed.Page<Typed.Plain>(in.required("items", items), in.required("first", first),
        in.required("total", total));
  }

  private static Typed.Result<Typed.Plain> readResult_Plain(JsonIn in) {
    return in.union("type", new String[] {"Ok", "Failed"}, List.of(GatewayzTyped::readOk_Plain,
        GatewayzTyped::readFailed_Plain));
  }

  private static Typed.Ok<Typed.Plain> readOk_Plain(JsonIn in) {
    Typed.Plain value = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "value" -> value = readPlain(in);
        default -> in.skip();
      }
    }
    return new Typed.Ok<Typed.Plain>(in.required("value", value));
  }

  private static Typed.Failed<Typed.Plain> readFailed_Plain(JsonIn in) {
    String why = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "why" -> why = in.string();
        default -> in.skip();
      }
    }
    return new Typed.Failed<Typed.Plain>(in.required("why", why));
  }
}
