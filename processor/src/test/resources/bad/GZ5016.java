package fixtures;

import com.fasterxml.jackson.annotation.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Sounds {
  @GatewayzPrompt("How does it sound?")
  Mood mood();

  @GatewayzPrompt("How does it sound?")
  Report report();

  @GatewayzPrompt(value = "Play.", tools = Player.class)
  String play();

  interface Player {
    @GatewayzTool("Plays.")
    void play(List<Mail> to, Volume volume);
  }

  record Report(Level level, Shape shape, Name name, Whole whole) {}

  record Mail(@JsonValue String address, String name) {}

  record Volume(int level) {
    @JsonCreator
    static Volume of(String text) {
      return new Volume(0);
    }
  }

  record Name(String first, String last) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Name(String all) {
      this(all, "");
    }
  }

  sealed interface Shape {
    @JsonCreator
    static Shape of(String text) {
      return new Round();
    }
  }

  record Round() implements Shape {}

  @JsonDeserialize(using = Reader.class)
  record Whole(String text) {}

  abstract class Reader extends ValueDeserializer<Whole> {}

  interface Coded {
    @JsonValue
    String code();
  }

  enum Mood implements Coded {
    GOOD,
    @JsonProperty("bad")
    BAD;

    @Override
    public String code() {
      return name();
    }
  }

  enum Level {
    HIGH;

    @JsonCreator
    static Level of(String text) {
      return HIGH;
    }
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("How does it sound?")
  Report report();

  record Report(Mood mood, Name name, Level level, Mail mail, Age age) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Report {}

    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    static Report of(String text) {
      return new Report(Mood.GOOD, new Name("", ""), Level.HIGH, new Mail(""), new Age(0));
    }
  }

  record Name(String first, String last) {
    @JsonCreator
    Name {}
  }

  record Mail(@JsonValue String address) {}

  record Age(int years) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Age {}
  }

  enum Mood {
    @JsonProperty("good")
    GOOD,
    @JsonProperty("bad")
    BAD;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Level {
    HIGH;

    @JsonValue(false)
    String code() {
      return "h";
    }
  }
}
//! 12:8 error: [GZ5016] "The answer of mood" is Sounds.Mood, and Sounds.Coded.code() decides at run time what that is in JSON. Name each of its constants with @JsonProperty.
//! 25:23 error: [GZ5016] "Sounds.Report.level" is Sounds.Level, and Sounds.Level.of() decides at run time what that is in JSON. Name each of its constants with @JsonProperty.
//! 25:36 error: [GZ5016] "Sounds.Report.shape" is Sounds.Shape, and Sounds.Shape.of() decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 25:48 error: [GZ5016] "Sounds.Report.name" is Sounds.Name, and the constructor of Sounds.Name decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 25:60 error: [GZ5016] "Sounds.Report.whole" is Sounds.Whole, and fixtures.Sounds.Reader decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 22:26 error: [GZ5016] "play.to" is Sounds.Mail, and Sounds.Mail.address decides at run time what that is in JSON. Ask for a record without, and make it of that.
//! 22:37 error: [GZ5016] "play.volume" is Sounds.Volume, and Sounds.Volume.of() decides at run time what that is in JSON. Ask for a record without, and make it of that.
