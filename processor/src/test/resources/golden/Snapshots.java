package fixtures;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Growing;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Known;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Implements {@link Snapshots}.
 */
@GatewayzGenerated(
    format = 1
)
@SuppressWarnings("NullAway")
public class GatewayzSnapshots implements Snapshots {
  /**
   * The id of the prompt {@code report}.
   */
  public static final String REPORT_ID = "fixtures.Snapshots.report";

  /**
   * The id of the prompt {@code publisher}.
   */
  public static final String PUBLISHER_ID = "fixtures.Snapshots.publisher";

  /**
   * The id of the prompt {@code blocking}.
   */
  public static final String BLOCKING_ID = "fixtures.Snapshots.blocking";

  private static final Prompt REPORT = Prompt.of(
      REPORT_ID, "62978abe7fb07e3c",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Report\",\"strict\":false,\"schema\":{\"type\":\"object\",\"properties\":{\"headline\":{\"type\":[\"string\",\"null\"]},\"bullets\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"description\":\"Text of at most 200 characters.\"}},\"mood\":{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]},{\"type\":\"null\"}]},\"due\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"},\"pages\":{\"type\":[\"integer\",\"null\"],\"minimum\":-2147483648,\"maximum\":2147483647},\"stars\":{\"type\":[\"integer\",\"null\"],\"minimum\":1,\"maximum\":5},\"moods\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]}},\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"years\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"notes\":{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]}},\"rows\":{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}},\"links\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}},\"sections\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Section\"}},\"people\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"name\",\"age\"],\"additionalProperties\":false}},\"shape\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Circle\"},\"radius\":{\"type\":\"number\"}},\"required\":[\"type\",\"radius\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Square\"},\"side\":{\"type\":\"number\"}},\"required\":[\"type\",\"side\"],\"additionalProperties\":false},{\"type\":\"null\"}]}},\"required\":[\"headline\",\"bullets\",\"mood\",\"due\",\"pages\",\"stars\",\"moods\",\"tags\",\"years\",\"notes\",\"rows\",\"links\",\"sections\",\"people\",\"shape\"],\"additionalProperties\":false,\"$defs\":{\"Section\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":[\"string\",\"null\"]},\"parts\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Section\"}}},\"required\":[\"title\",\"parts\"],\"additionalProperties\":false}}}}}",
      "{\"role\":\"user\",\"content\":\"Report on ",
      ".\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"headline\": string | null,\n  // each: text of at most 200 characters\n  \"bullets\": string[],\n  \"mood\": \"GOOD\" | \"BAD\" | null,\n  // date, as 2026-01-31\n  \"due\": string | null,\n  \"pages\": integer | null,\n  // a number from 1 to 5\n  \"stars\": integer | null,\n  \"moods\": (\"GOOD\" | \"BAD\")[],\n  \"tags\": string[],\n  \"years\": integer[],\n  \"notes\": (string | null)[],\n  \"rows\": number[][],\n  \"links\": { [name: string]: string },\n  \"sections\": Section[],\n  \"people\": {\n    \"name\": string,\n    \"age\": integer\n  }[],\n  \"shape\": {\n    \"type\": \"Circle\",\n    \"radius\": number\n  } | {\n    \"type\": \"Square\",\n    \"side\": number\n  } | null\n}\n\nSection = {\n  \"title\": string | null,\n  \"parts\": Section[]\n}");

  private static final Prompt PUBLISHER = Prompt.of(
      PUBLISHER_ID, "4d1cda97e27d987a",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Report\",\"strict\":false,\"schema\":{\"type\":\"object\",\"properties\":{\"headline\":{\"type\":[\"string\",\"null\"]},\"bullets\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"description\":\"Text of at most 200 characters.\"}},\"mood\":{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]},{\"type\":\"null\"}]},\"due\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"},\"pages\":{\"type\":[\"integer\",\"null\"],\"minimum\":-2147483648,\"maximum\":2147483647},\"stars\":{\"type\":[\"integer\",\"null\"],\"minimum\":1,\"maximum\":5},\"moods\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]}},\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"years\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"notes\":{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]}},\"rows\":{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}},\"links\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}},\"sections\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Section\"}},\"people\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"name\",\"age\"],\"additionalProperties\":false}},\"shape\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Circle\"},\"radius\":{\"type\":\"number\"}},\"required\":[\"type\",\"radius\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Square\"},\"side\":{\"type\":\"number\"}},\"required\":[\"type\",\"side\"],\"additionalProperties\":false},{\"type\":\"null\"}]}},\"required\":[\"headline\",\"bullets\",\"mood\",\"due\",\"pages\",\"stars\",\"moods\",\"tags\",\"years\",\"notes\",\"rows\",\"links\",\"sections\",\"people\",\"shape\"],\"additionalProperties\":false,\"$defs\":{\"Section\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":[\"string\",\"null\"]},\"parts\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Section\"}}},\"required\":[\"title\",\"parts\"],\"additionalProperties\":false}}}}}",
      "{\"role\":\"user\",\"content\":\"Report.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"headline\": string | null,\n  // each: text of at most 200 characters\n  \"bullets\": string[],\n  \"mood\": \"GOOD\" | \"BAD\" | null,\n  // date, as 2026-01-31\n  \"due\": string | null,\n  \"pages\": integer | null,\n  // a number from 1 to 5\n  \"stars\": integer | null,\n  \"moods\": (\"GOOD\" | \"BAD\")[],\n  \"tags\": string[],\n  \"years\": integer[],\n  \"notes\": (string | null)[],\n  \"rows\": number[][],\n  \"links\": { [name: string]: string },\n  \"sections\": Section[],\n  \"people\": {\n    \"name\": string,\n    \"age\": integer\n  }[],\n  \"shape\": {\n    \"type\": \"Circle\",\n    \"radius\": number\n  } | {\n    \"type\": \"Square\",\n    \"side\": number\n  } | null\n}\n\nSection = {\n  \"title\": string | null,\n  \"parts\": Section[]\n}");

  private static final Prompt BLOCKING = Prompt.of(
      BLOCKING_ID, "4d1cda97e27d987a",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Report\",\"strict\":false,\"schema\":{\"type\":\"object\",\"properties\":{\"headline\":{\"type\":[\"string\",\"null\"]},\"bullets\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"description\":\"Text of at most 200 characters.\"}},\"mood\":{\"anyOf\":[{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]},{\"type\":\"null\"}]},\"due\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"},\"pages\":{\"type\":[\"integer\",\"null\"],\"minimum\":-2147483648,\"maximum\":2147483647},\"stars\":{\"type\":[\"integer\",\"null\"],\"minimum\":1,\"maximum\":5},\"moods\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]}},\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"years\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"notes\":{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]}},\"rows\":{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}},\"links\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}},\"sections\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Section\"}},\"people\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"name\",\"age\"],\"additionalProperties\":false}},\"shape\":{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Circle\"},\"radius\":{\"type\":\"number\"}},\"required\":[\"type\",\"radius\"],\"additionalProperties\":false},{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"const\":\"Square\"},\"side\":{\"type\":\"number\"}},\"required\":[\"type\",\"side\"],\"additionalProperties\":false},{\"type\":\"null\"}]}},\"required\":[\"headline\",\"bullets\",\"mood\",\"due\",\"pages\",\"stars\",\"moods\",\"tags\",\"years\",\"notes\",\"rows\",\"links\",\"sections\",\"people\",\"shape\"],\"additionalProperties\":false,\"$defs\":{\"Section\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":[\"string\",\"null\"]},\"parts\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Section\"}}},\"required\":[\"title\",\"parts\"],\"additionalProperties\":false}}}}}",
      "{\"role\":\"user\",\"content\":\"Report.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"headline\": string | null,\n  // each: text of at most 200 characters\n  \"bullets\": string[],\n  \"mood\": \"GOOD\" | \"BAD\" | null,\n  // date, as 2026-01-31\n  \"due\": string | null,\n  \"pages\": integer | null,\n  // a number from 1 to 5\n  \"stars\": integer | null,\n  \"moods\": (\"GOOD\" | \"BAD\")[],\n  \"tags\": string[],\n  \"years\": integer[],\n  \"notes\": (string | null)[],\n  \"rows\": number[][],\n  \"links\": { [name: string]: string },\n  \"sections\": Section[],\n  \"people\": {\n    \"name\": string,\n    \"age\": integer\n  }[],\n  \"shape\": {\n    \"type\": \"Circle\",\n    \"radius\": number\n  } | {\n    \"type\": \"Square\",\n    \"side\": number\n  } | null\n}\n\nSection = {\n  \"title\": string | null,\n  \"parts\": Section[]\n}");

  private static final AnswerType<Snapshots.Report> REPORT_ANSWER = AnswerType.of(GatewayzSnapshots::readReport);

  private final PromptClient client;

  /**
   * A client of a gateway.
   *
   * @param gatewayz what asks
   */
  public GatewayzSnapshots(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Snapshots", REPORT_ID, PUBLISHER_ID,
        BLOCKING_ID);
  }

  @Override
  public AnswerStream<Snapshots.Report> report(String topic) {
    return client.snapshots(REPORT.render().then(0, "topic", topic).raw(1), REPORT_ANSWER,
        growingReport());
  }

  @Override
  public Flow.Publisher<Snapshots.Report> publisher() {
    return client.snapshots(PUBLISHER.render().raw(0), REPORT_ANSWER, growingReport());
  }

  @Override
  public Stream<Snapshots.Report> blocking() {
    return client.snapshots(BLOCKING.render().raw(0), REPORT_ANSWER, growingReport()).blocking();
  }

  private static Snapshots.Report readReport(JsonIn in) {
    String headline = null;
    List<String> bullets = null;
    Snapshots.Mood mood = null;
    LocalDate due = null;
    Integer pages = null;
    Integer stars = null;
    Set<Snapshots.Mood> moods = null;
    String[] tags = null;
    int[] years = null;
    List<Optional<String>> notes = null;
    List<List<Double>> rows = null;
    Map<String, String> links = null;
    List<Snapshots.Section> sections = null;
    List<Snapshots.Person> people = null;
    Snapshots.Shape shape = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "headline" -> headline = in.nullable(JsonIn::string);
        case "bullets" -> bullets = in.list(in2 -> in2.check(in2.string(), v -> v.length() <= 200,
            "text of at most 200 characters"));
        case "mood" -> mood = in.nullable(in2 -> in2.oneOf(Snapshots.Mood.values()));
        case "due" -> due = in.nullable(in2 -> in2.text("a date", LocalDate::parse));
        case "pages" -> pages = in.nullable(JsonIn::int32);
        case "stars" -> stars = in.nullable(in2 -> (int) in2.integer(1, 5));
        case "moods" -> moods = in.set(in2 -> in2.oneOf(Snapshots.Mood.values()));
        case "tags" -> tags = in.<String>list(JsonIn::string).toArray(String[]::new);
        case "years" -> years = in.<Integer>list(JsonIn::int32).stream().mapToInt(Integer::intValue).toArray();
        case "notes" -> notes = in.list(in2 -> in2.isNull() ? Optional.empty() : Optional.of(in2.string()));
        case "rows" -> rows = in.list(in2 -> in2.list(JsonIn::float64));
        case "links" -> links = in.<String>map(JsonIn::string);
        case "sections" -> sections = in.list(GatewayzSnapshots::readSection);
        case "people" -> people = in.list(GatewayzSnapshots::readPerson);
        case "shape" -> shape = in.nullable(GatewayzSnapshots::readShape);
        default -> in.skip();
      }
    }
    return new Snapshots.Report(Optional.ofNullable(headline), in.required("bullets", bullets),
        Optional.ofNullable(mood), due, pages == null ? OptionalInt.empty() : OptionalInt.of(pages),
        Optional.ofNullable(stars), in.required("moods", moods), in.required("tags", tags),
        in.required("years", years), in.required("notes", notes), in.required("rows", rows),
        in.required("links", links), in.required("sections", sections),
        in.required("people", people), Optional.ofNullable(shape));
  }

  private static Snapshots.Section readSection(JsonIn in) {
    String title = null;
    List<Snapshots.Section> parts = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "title" -> title = in.nullable(JsonIn::string);
        case "parts" -> parts = in.list(GatewayzSnapshots::readSection);
        default -> in.skip();
      }
    }
    return new Snapshots.Section(Optional.ofNullable(title), in.required("parts", parts));
  }

  private static Snapshots.Person readPerson(JsonIn in) {
    String name = null;
    Integer age = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "name" -> name = in.string();
        case "age" -> age = in.int32();
        default -> in.skip();
      }
    }
    return new Snapshots.Person(in.required("name", name), in.required("age", age));
  }

  private static Snapshots.Shape readShape(JsonIn in) {
    return in.union("type", new String[] {"Circle", "Square"},
        List.of(GatewayzSnapshots::readCircle, GatewayzSnapshots::readSquare));
  }

  private static Snapshots.Circle readCircle(JsonIn in) {
    Double radius = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "radius" -> radius = in.float64();
        default -> in.skip();
      }
    }
    return new Snapshots.Circle(in.required("radius", radius));
  }

  private static Snapshots.Square readSquare(JsonIn in) {
    Double side = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "side" -> side = in.float64();
        default -> in.skip();
      }
    }
    return new Snapshots.Square(in.required("side", side));
  }

  private static Growing<Snapshots.Report> growingReport() {
    return Growing.object(GatewayzSnapshots::membersOfReport, GatewayzSnapshots::snapshotOfReport);
  }

  private static Growing<?> membersOfReport(String name) {
    return switch (name) {
      case "headline" -> Growing.TEXT.orNull();
      case "bullets" -> Growing.list(Growing.TEXT);
      case "mood" -> Growing.whole(in2 -> in2.oneOf(Snapshots.Mood.values())).orNull();
      case "due" -> Growing.whole(in2 -> in2.text("a date", LocalDate::parse)).orNull();
      case "pages" -> Growing.whole(JsonIn::int32).orNull();
      case "stars" -> Growing.whole(in2 -> (int) in2.integer(1, 5)).orNull();
      case "moods" -> Growing.set(Growing.whole(in2 -> in2.oneOf(Snapshots.Mood.values())));
      case "tags" -> Growing.list(Growing.TEXT, list -> list.toArray(String[]::new));
      case "years" -> Growing.list(Growing.whole(JsonIn::int32), list -> list.stream().mapToInt(Integer::intValue).toArray());
      case "notes" -> Growing.list(Growing.whole(in2 -> in2.isNull() ? Optional.empty() : Optional.of(in2.string())));
      case "rows" -> Growing.list(Growing.list(Growing.whole(JsonIn::float64)));
      case "links" -> Growing.map(Growing.TEXT);
      case "sections" -> Growing.list(growingSection());
      case "people" -> Growing.list(Growing.whole(GatewayzSnapshots::readPerson));
      case "shape" -> Growing.whole(GatewayzSnapshots::readShape).orNull();
      default -> Growing.UNREAD;
    };
  }

  private static Snapshots.Report snapshotOfReport(Known known) {
    return new Snapshots.Report(Optional.ofNullable(known.<String>get("headline")),
        known.<List<String>>present("bullets"),
        Optional.ofNullable(known.<Snapshots.Mood>get("mood")), known.<LocalDate>get("due"),
        known.get("pages") == null ? OptionalInt.empty() : OptionalInt.of(known.<Integer>present("pages")),
        Optional.ofNullable(known.<Integer>get("stars")),
        known.<Set<Snapshots.Mood>>present("moods"), known.<String[]>present("tags"),
        known.<int[]>present("years"), known.<List<Optional<String>>>present("notes"),
        known.<List<List<Double>>>present("rows"), known.<Map<String, String>>present("links"),
        known.<List<Snapshots.Section>>present("sections"),
        known.<List<Snapshots.Person>>present("people"),
        Optional.ofNullable(known.<Snapshots.Shape>get("shape")));
  }

  private static Growing<Snapshots.Section> growingSection() {
    return Growing.object(GatewayzSnapshots::membersOfSection, GatewayzSnapshots::snapshotOfSection);
  }

  private static Growing<?> membersOfSection(String name) {
    return switch (name) {
      case "title" -> Growing.TEXT.orNull();
      case "parts" -> Growing.list(growingSection());
      default -> Growing.UNREAD;
    };
  }

  private static Snapshots.Section snapshotOfSection(Known known) {
    return new Snapshots.Section(Optional.ofNullable(known.<String>get("title")),
        known.<List<Snapshots.Section>>present("parts"));
  }
}
