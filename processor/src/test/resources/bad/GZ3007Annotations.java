package fixtures;

import com.fasterxml.jackson.annotation.*;
import dev.gatewayz.annotation.*;
import java.time.*;
import java.util.*;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Shower {
  @GatewayzPrompt("{{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}")
  String show(
      @Json Day day,
      @Json Whole part,
      @Json Any any,
      @Json Raw raw,
      @Json Animal animal,
      @Json Row row,
      @Json List<Level> levels,
      @Json Known known);

  @GatewayzPrompt("{{by}} {{map}} {{old}}")
  String more(@Json ByClass by, @Json Sorted map, @Json Old old);

  record Day(@JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

  record Part(String text) {}

  record Whole(@JsonUnwrapped Part part) {}

  class Any {
    public String getName() {
      return "";
    }

    @JsonAnyGetter
    public Map<String, String> others() {
      return Map.of();
    }
  }

  record Raw(@JsonRawValue String json) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  abstract class Animal {
    public String getName() {
      return "";
    }
  }

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Row(int a, int b) {}

  @JsonFormat(shape = JsonFormat.Shape.NUMBER)
  enum Level {
    LOW
  }

  @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
  record Known(String text) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  sealed interface ByClass permits One {}

  record One(String text) implements ByClass {}

  record Sorted(
      @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES) Map<String, String> map) {}

  record Old(@JsonFormat(shape = JsonFormat.Shape.STRING) Date date) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{day.day}} {{time}}")
  String show(Shower.Day day, @Json Time time);

  record Time(
      @JsonFormat(shape = JsonFormat.Shape.STRING) LocalTime time,
      @JsonRawValue(false) String text,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) String other) {}
}
//! 10:19 error: [GZ3007] {{day}} cannot be written as JSON: it is Day, which holds Shower.Day.day(), which @JsonFormat(pattern) decides how to write. Pass a record of what may be shown.
//!     template 1:1 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                  | ^^^^^^^
//! 10:19 error: [GZ3007] {{part}} cannot be written as JSON: it is Whole, which holds Shower.Whole.part(), which @JsonUnwrapped decides how to write. Pass a record of what may be shown.
//!     template 1:9 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                  |         ^^^^^^^^
//! 10:19 error: [GZ3007] {{any}} cannot be written as JSON: it is Any, which holds Shower.Any, which @JsonAnyGetter decides how to write. Pass a record of what may be shown.
//!     template 1:18 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                   |                  ^^^^^^^
//! 10:19 error: [GZ3007] {{raw}} cannot be written as JSON: it is Raw, which holds Shower.Raw.json(), which @JsonRawValue decides how to write. Pass a record of what may be shown.
//!     template 1:26 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                   |                          ^^^^^^^
//! 10:19 error: [GZ3007] {{animal}} cannot be written as JSON: it is Animal, which holds Shower.Animal, which @JsonTypeInfo decides how to write. Pass a record of what may be shown.
//!     template 1:34 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                   |                                  ^^^^^^^^^^
//! 10:19 error: [GZ3007] {{row}} cannot be written as JSON: it is Row, which holds Shower.Row, which @JsonFormat(shape = ARRAY) decides how to write. Pass a record of what may be shown.
//!     template 1:45 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                   |                                             ^^^^^^^
//! 10:19 error: [GZ3007] {{levels}} cannot be written as JSON: it is List<Level>, which holds Shower.Level, which @JsonFormat(shape = NUMBER) decides how to write. Pass a record of what may be shown.
//!     template 1:53 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                   |                                                     ^^^^^^^^^^
//! 10:19 error: [GZ3007] {{known}} cannot be written as JSON: it is Known, which holds Shower.Known, which @JsonIdentityInfo decides how to write. Pass a record of what may be shown.
//!     template 1:64 | {{day}} {{part}} {{any}} {{raw}} {{animal}} {{row}} {{levels}} {{known}}
//!                   |                                                                ^^^^^^^^^
//! 21:19 error: [GZ3007] {{by}} cannot be written as JSON: it is ByClass, which holds Shower.ByClass, which @JsonTypeInfo(use = CLASS) decides how to write. Pass a record of what may be shown.
//!     template 1:1 | {{by}} {{map}} {{old}}
//!                  | ^^^^^^
//! 21:19 error: [GZ3007] {{map}} cannot be written as JSON: it is Sorted, which holds Shower.Sorted.map(), which @JsonFormat(WRITE_SORTED_MAP_ENTRIES) decides how to write. Pass a record of what may be shown.
//!     template 1:8 | {{by}} {{map}} {{old}}
//!                  |        ^^^^^^^
//! 21:19 error: [GZ3007] {{old}} cannot be written as JSON: it is Old, which holds Shower.Old.date(), which @JsonFormat(shape = STRING) decides how to write. Pass a record of what may be shown.
//!     template 1:16 | {{by}} {{map}} {{old}}
//!                   |                ^^^^^^^
