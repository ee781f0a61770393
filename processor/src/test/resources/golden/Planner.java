package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Tools;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Implements {@link Planner}.
 */
@GatewayzGenerated(
    format = 1
)
@SuppressWarnings("NullAway")
class GatewayzPlanner implements Planner {
  static final String DRESS_ID = "fixtures.Planner.dress";

  static final String PLAN_ID = "fixtures.Planner.plan";

  static final String STREAM_ID = "fixtures.Planner.stream";

  static final String PLAIN_ID = "fixtures.Planner.plain";

  private static final String FORECAST_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"forecast\",\"description\":\"The weather of a city.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"description\":\"with its country\"},\"days\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":7}},\"required\":[\"city\",\"days\"],\"additionalProperties\":false},\"strict\":true}}";

  private static final String DEGREES_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"degrees\",\"description\":\"How warm it is, in \u00b0C. Use it for <b> today.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"description\":\"a city, with its country\"},\"sky\":{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"CLEAR\",\"CLOUDY\"]},{\"type\":\"null\"}]}},\"required\":[\"city\",\"sky\"],\"additionalProperties\":false},\"strict\":true}}";

  private static final String ALL_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"all\",\"description\":\"All of them.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"cities\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},\"required\":[\"cities\"],\"additionalProperties\":false},\"strict\":true}}";

  private static final String FORGET_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"forget-it\",\"description\":\"Forgets.\",\"parameters\":{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false},\"strict\":true}}";

  private static final String FORGET_LATER_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"forgetLater\",\"description\":\"Forgets later.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"from\":{\"anyOf\":[{\"$ref\":\"#/$defs/Hour\"},{\"type\":\"null\"}]}},\"required\":[\"from\"],\"additionalProperties\":false,\"$defs\":{\"Hour\":{\"type\":\"object\",\"properties\":{\"hour\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647},\"degrees\":{\"type\":\"number\"},\"next\":{\"anyOf\":[{\"$ref\":\"#/$defs/Hour\"},{\"type\":\"null\"}]}},\"required\":[\"hour\",\"degrees\",\"next\"],\"additionalProperties\":false}}},\"strict\":true}}";

  private static final String SKIES_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"skies\",\"description\":\"Any skies.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"weather\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\",\"enum\":[\"CLEAR\",\"CLOUDY\"]}},\"tool\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"weather\",\"tool\"],\"additionalProperties\":false}}}";

  private static final String BOOK_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"book\",\"description\":\"Books a day.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\",\"format\":\"date\"},\"plan\":{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\",\"format\":\"date\"},\"sky\":{\"type\":\"string\",\"enum\":[\"CLEAR\",\"CLOUDY\"]}},\"required\":[\"day\",\"sky\"],\"additionalProperties\":false}},\"required\":[\"day\",\"plan\"],\"additionalProperties\":false},\"strict\":true}}";

  private static final String FREE_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"free\",\"description\":\"The free days.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"hour\":{\"$ref\":\"#/$defs/Hour\"}},\"required\":[\"hour\"],\"additionalProperties\":false,\"$defs\":{\"Hour\":{\"type\":\"object\",\"properties\":{\"hour\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647},\"degrees\":{\"type\":\"number\"},\"next\":{\"anyOf\":[{\"$ref\":\"#/$defs/Hour\"},{\"type\":\"null\"}]}},\"required\":[\"hour\",\"degrees\",\"next\"],\"additionalProperties\":false}}},\"strict\":true}}";

  private static final Prompt DRESS = Prompt.of(
      DRESS_ID, "81d1a9937ef5de6c",
      "gatewayz/openai/gpt-4o-mini",
      "\"tools\":["
      + String.join(",", FORECAST_TOOL, DEGREES_TOOL, ALL_TOOL, FORGET_TOOL, FORGET_LATER_TOOL,
          SKIES_TOOL)
      + "]",
      "{\"role\":\"user\",\"content\":\"What to wear in ",
      "?\"}");

  private static final Prompt PLAN = Prompt.of(
      PLAN_ID, "5294a290b014606d",
      "gatewayz/openai/gpt-4o-mini",
      "\"tools\":["
      + String.join(",", FORECAST_TOOL, DEGREES_TOOL, ALL_TOOL, FORGET_TOOL, FORGET_LATER_TOOL,
          SKIES_TOOL, BOOK_TOOL, FREE_TOOL)
      + "],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Plan\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\",\"format\":\"date\"},\"sky\":{\"type\":\"string\",\"enum\":[\"CLEAR\",\"CLOUDY\"]}},\"required\":[\"day\",\"sky\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Plan ",
      ".\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  // date, as 2026-01-31\n  \"day\": string,\n  \"sky\": \"CLEAR\" | \"CLOUDY\"\n}");

  private static final Prompt STREAM = Prompt.of(
      STREAM_ID, "5081fe6fe1d087dc",
      "gatewayz/openai/gpt-4o-mini",
      "\"tools\":["
      + String.join(",", FORECAST_TOOL, DEGREES_TOOL, ALL_TOOL, FORGET_TOOL, FORGET_LATER_TOOL,
          SKIES_TOOL)
      + "]",
      "{\"role\":\"user\",\"content\":\"Again ",
      ".\"}");

  private static final Prompt PLAIN = Prompt.of(
      PLAIN_ID, "756a88b0478403d0",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"No tools.\"}");

  private static final AnswerType<Planner.Plan> PLAN_ANSWER = AnswerType.of(GatewayzPlanner::readPlan);

  private final PromptClient client;

  private final Planner.Weather weather;

  private final Planner.Calendar calendar;

  private final Tools tools;

  private final Tools tools2;

  GatewayzPlanner(Gatewayz gatewayz, Planner.Weather weather, Planner.Calendar calendar) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Planner", DRESS_ID, PLAN_ID, STREAM_ID,
        PLAIN_ID);
    this.weather = weather;
    tools = Tools.of(this::decodeTool, "forecast", "degrees", "all", "forget-it", "forgetLater",
        "skies");
    this.calendar = calendar;
    tools2 = Tools.of(this::decodeTool2, "forecast", "degrees", "all", "forget-it", "forgetLater",
        "skies", "book", "free");
  }

  @Override
  public String dress(String city) {
    return client.call(DRESS.render().then(0, "city", city).raw(1).tools(this.tools, 8));
  }

  @Override
  public CompletableFuture<Planner.Plan> plan(String weather) {
    return client.callAsync(PLAN.render().then(0, "weather", weather).raw(1).repair(1)
        .tools(this.tools2, 3), PLAN_ANSWER);
  }

  @Override
  public Flow.Publisher<String> stream(String city) {
    return client.text(STREAM.render().then(0, "city", city).raw(1).tools(this.tools, 8));
  }

  @Override
  public String plain() {
    return client.call(PLAIN.render().raw(0));
  }

  private Tools.Invocation decodeTool(String tool, JsonIn in) {
    return switch (tool) {
      case "forecast" -> decodeForecast(in);
      case "degrees" -> decodeDegrees(in);
      case "all" -> decodeAll(in);
      case "forget-it" -> decodeForget(in);
      case "forgetLater" -> decodeForgetLater(in);
      case "skies" -> decodeSkies(in);
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private Tools.Invocation decodeForecast(JsonIn in) {
    String city = null;
    Integer days = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "city" -> city = in.string();
        case "days" -> days = (int) in.integer(1, 7);
        default -> in.skip();
      }
    }
    return callForecast(in.required("city", city), in.required("days", days));
  }

  private Tools.Invocation callForecast(String city, int days) {
    return Tools.call(() -> weather.forecast(city, days), GatewayzPlanner::jsonForecast);
  }

  private Tools.Invocation decodeDegrees(JsonIn in) {
    String city = null;
    Planner.Sky sky = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "city" -> city = in.string();
        case "sky" -> sky = in.nullable(in2 -> in2.oneOf(Planner.Sky.values()));
        default -> in.skip();
      }
    }
    return callDegrees(in.required("city", city), sky);
  }

  private Tools.Invocation callDegrees(String city, Planner.Sky sky) {
    return () -> weather.degrees(city, sky);
  }

  private Tools.Invocation decodeAll(JsonIn in) {
    List<String> cities = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "cities" -> cities = in.list(JsonIn::string);
        default -> in.skip();
      }
    }
    return callAll(in.required("cities", cities));
  }

  private Tools.Invocation callAll(List<String> cities) {
    Tools.Invocation tool = Tools.callAsync(() -> weather.all(cities),
        value -> Tools.map(value, value2 -> Tools.list(value2, GatewayzPlanner::jsonForecast)));
    return tool.fatal(IOException.class, IllegalStateException.class);
  }

  private Tools.Invocation decodeForget(JsonIn in) {
    in.beginObject();
    while (in.nextMember()) {
      in.skip();
    }
    return callForget();
  }

  private Tools.Invocation callForget() {
    return () -> {
      weather.forget();
      return "done";
    };
  }

  private Tools.Invocation decodeForgetLater(JsonIn in) {
    Planner.Hour from = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "from" -> from = in.nullable(GatewayzPlanner::readHour);
        default -> in.skip();
      }
    }
    return callForgetLater(Optional.ofNullable(from));
  }

  private Tools.Invocation callForgetLater(Optional<Planner.Hour> from) {
    return () -> weather.forgetLater(from).thenApply(nothing -> "done");
  }

  private Tools.Invocation decodeSkies(JsonIn in) {
    Map<String, Planner.Sky> weather = null;
    Integer tool = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "weather" -> weather = in.<Planner.Sky>map(in2 -> in2.oneOf(Planner.Sky.values()));
        case "tool" -> tool = in.int32();
        default -> in.skip();
      }
    }
    return callSkies(in.required("weather", weather), in.required("tool", tool));
  }

  private Tools.Invocation callSkies(Map<String, Planner.Sky> weather, int tool) {
    Tools.Invocation tool2 = () -> Planner.Weather.skies(weather, tool);
    return tool2.fatal(Exception.class);
  }

  private Tools.Invocation decodeTool2(String tool, JsonIn in) {
    return switch (tool) {
      case "forecast" -> decodeForecast(in);
      case "degrees" -> decodeDegrees(in);
      case "all" -> decodeAll(in);
      case "forget-it" -> decodeForget(in);
      case "forgetLater" -> decodeForgetLater(in);
      case "skies" -> decodeSkies(in);
      case "book" -> decodeBook(in);
      case "free" -> decodeFree(in);
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private Tools.Invocation decodeBook(JsonIn in) {
    LocalDate day = null;
    Planner.Plan plan = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "day" -> day = in.text("a date", LocalDate::parse);
        case "plan" -> plan = readPlan(in);
        default -> in.skip();
      }
    }
    return callBook(in.required("day", day), in.required("plan", plan));
  }

  private Tools.Invocation callBook(LocalDate day, Planner.Plan plan) {
    return () -> calendar.book(day, plan);
  }

  private Tools.Invocation decodeFree(JsonIn in) {
    Planner.Hour hour = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "hour" -> hour = readHour(in);
        default -> in.skip();
      }
    }
    return callFree(in.required("hour", hour));
  }

  private Tools.Invocation callFree(Planner.Hour hour) {
    return () -> calendar.free(hour);
  }

  private static Object jsonForecast(Planner.Forecast value) {
    return Tools.object(
        "city", value.city(),
        "sky", value.sky(),
        "hours", Tools.json(value.hours(), value2 -> Tools.list(value2, GatewayzPlanner::jsonHour)),
        "worst", Tools.json(value.worst(), GatewayzPlanner::jsonHour));
  }

  private static Object jsonHour(Planner.Hour value) {
    return Tools.object(
        "hour", value.hour(),
        "degrees", value.degrees(),
        "next", Tools.json(value.next(), value2 -> value2.map(GatewayzPlanner::jsonHour)));
  }

  private static Planner.Hour readHour(JsonIn in) {
    Integer hour = null;
    Double degrees = null;
    Planner.Hour next = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "hour" -> hour = in.int32();
        case "degrees" -> degrees = in.float64();
        case "next" -> next = in.nullable(GatewayzPlanner::readHour);
        default -> in.skip();
      }
    }
    return new Planner.Hour(in.required("hour", hour), in.required("degrees", degrees),
        Optional.ofNullable(next));
  }

  private static Planner.Plan readPlan(JsonIn in) {
    LocalDate day = null;
    Planner.Sky sky = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "day" -> day = in.text("a date", LocalDate::parse);
        case "sky" -> sky = in.oneOf(Planner.Sky.values());
        default -> in.skip();
      }
    }
    return new Planner.Plan(in.required("day", day), in.required("sky", sky));
  }
}
