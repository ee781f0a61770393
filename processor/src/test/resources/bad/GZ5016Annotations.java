package fixtures;

import com.fasterxml.jackson.annotation.*;
import dev.gatewayz.annotation.*;
import java.time.*;
import java.util.*;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Told {
  @GatewayzPrompt("What is it?")
  Report report();

  @GatewayzPrompt("What is it?")
  List<Level> levels();

  @GatewayzPrompt("What is it?")
  ByClass byClass();

  @GatewayzPrompt("What is it?")
  ByParts byParts();

  @GatewayzPrompt("What is it?")
  Around around();

  @GatewayzPrompt("What is it?")
  Otherwise otherwise();

  @GatewayzPrompt(value = "Play.", tools = Player.class)
  String play();

  interface Player {
    @GatewayzTool("Plays.")
    void play(@JsonFormat(pattern = "HH:mm") LocalTime at, @JsonUnwrapped Part part);
  }

  record Report(
      @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) List<Instant> times,
      @JsonFormat(shape = JsonFormat.Shape.STRING) int count,
      @JsonUnwrapped Part part,
      @JsonAnySetter Map<String, String> rest,
      @JsonDeserialize(using = Reader.class) String text,
      @JacksonInject String injected,
      Row row,
      Known known) {}

  record Part(String text) {}

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Row(int a, int b) {}

  @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
  record Known(String text) {}

  @JsonFormat(shape = JsonFormat.Shape.NUMBER)
  enum Level {
    LOW,
    HIGH
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  sealed interface ByClass permits One {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  sealed interface ByParts permits One {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  sealed interface Around permits One {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, defaultImpl = One.class)
  sealed interface Otherwise permits One {}

  record One(String text) implements ByClass, ByParts, Around, Otherwise {}

  abstract class Reader extends ValueDeserializer<String> {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("What is it?")
  Report report();

  record Report(
      @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate day,
      @JsonFormat(shape = JsonFormat.Shape.STRING, lenient = OptBoolean.FALSE) Optional<Level> level,
      @JsonFormat(pattern = "unused") String text,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) int count,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) long more,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER_FLOAT) double share,
      @JsonFormat(shape = JsonFormat.Shape.BOOLEAN) boolean is,
      @JsonFormat(shape = JsonFormat.Shape.ARRAY) List<Part> parts,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Integer> lenient,
      @JsonUnwrapped(enabled = false) Part part,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonView(Part.class) Kind kind) {}

  @JsonFormat(shape = JsonFormat.Shape.OBJECT)
  @JsonRootName("part")
  record Part(String text) {}

  enum Level {
    @JsonEnumDefaultValue
    LOW,
    HIGH
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.PROPERTY)
  sealed interface Kind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  record Only(@JsonProperty("@id") String id) implements Kind {}
}
//! 39:53 error: [GZ5016] "Told.Report.day" is LocalDate, and @JsonFormat(pattern) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 40:66 error: [GZ5016] "Told.Report.times" is List<Instant>, and @JsonFormat(shape = NUMBER) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 41:56 error: [GZ5016] "Told.Report.count" is int, and @JsonFormat(shape = STRING) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 42:27 error: [GZ5016] "Told.Report.part" is Part, and @JsonUnwrapped decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 43:42 error: [GZ5016] "Told.Report.rest" is Map<String, String>, and @JsonAnySetter decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 44:53 error: [GZ5016] "Told.Report.text" is String, and fixtures.Told.Reader decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 45:29 error: [GZ5016] "Told.Report.injected" is String, and @JacksonInject decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 46:11 error: [GZ5016] "Told.Report.row" is Row, and @JsonFormat(shape = ARRAY) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 47:13 error: [GZ5016] "Told.Report.known" is Told.Known, and @JsonIdentityInfo decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 16:15 error: [GZ5016] "The answer of levels" is List<Level>, and @JsonFormat(shape = NUMBER) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 19:11 error: [GZ5016] "The answer of byClass" is Told.ByClass, and @JsonTypeInfo(use = CLASS) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 22:11 error: [GZ5016] "The answer of byParts" is Told.ByParts, and @JsonTypeInfo(use = DEDUCTION) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 25:10 error: [GZ5016] "The answer of around" is Told.Around, and @JsonTypeInfo(include = WRAPPER_OBJECT) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 28:13 error: [GZ5016] "The answer of otherwise" is Told.Otherwise, and @JsonTypeInfo(defaultImpl) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 35:56 error: [GZ5016] "play.at" is LocalTime, and @JsonFormat(pattern) decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 35:80 error: [GZ5016] "play.part" is Part, and @JsonUnwrapped decides at run time what that is in JSON. Ask for a record without, and make it of that.
