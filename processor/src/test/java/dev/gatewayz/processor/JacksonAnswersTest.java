package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatewayz.error.AnswerFormatException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers of types that are annotated for Jackson are read as Jackson itself reads them. */
class JacksonAnswersTest {
  private static final String SOURCE =
      """
      package run;

      import com.fasterxml.jackson.annotation.*;
      import dev.gatewayz.annotation.*;
      import java.util.*;

      @GatewayzClient(model = "gatewayz/a/b")
      public interface Answers {
        @GatewayzPrompt("Who?") Person person();
        @GatewayzPrompt("What?") Box box();
        @GatewayzPrompt("What?") Aliases aliases();
        @GatewayzPrompt("What?") Holder holder();
        @GatewayzPrompt("What?") Ordered ordered();
        @GatewayzPrompt("What?") Mail mail();
        @GatewayzPrompt(value = "What?", strict = false) Map<String, Mail> mails();

        record Mail(@JsonValue @Pattern("[^@]+@[^@]+") @Describe("an address") String value) {}
        record Age(@JsonValue int years) {
          public Age { if (years < 0) { throw new IllegalArgumentException("before birth"); } }
        }
        record Tags(@JsonValue List<@Size(max = 3) String> all) {}
        record Id<T>(@JsonValue T id) {}
        @Describe("the first name")
        record Name(String first) {
          @JsonCreator(mode = JsonCreator.Mode.DELEGATING) public Name {}
        }
        enum Mood { @JsonAlias({"fine", "great"}) GOOD, BAD }
        record Person(Mail mail, Optional<Age> age, Tags tags, Id<Long> id, Name name, List<Mail> more, Id<Mood> mood) {}
        record Inner(String a, int b) {}
        record Box(@JsonValue Inner inner) {}
        record Aliases(@JsonAlias({"b", "c", "title"}) String a, String b, @JsonProperty("title") String t, Mood mood) {}
        record Holder(Shape one, List<Shape> more) {}
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) sealed interface Shape {}
        record Circle(double radius) implements Shape {}
        @JsonTypeName("square") record Square(double side) implements Shape {}
        @JsonPropertyOrder({"reason"}) record Ordered(int answer, String reason) {}
      }
      """;

  private static RecordingGateway gateway;
  private static Compilation compilation;
  private static Generated client;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
    compilation = new Compilation.Setup().replacingOptions().compile(SOURCE);
    client = Generated.of(compilation, "run.GatewayzAnswers", gateway.gatewayz());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "person | {'mail':'a@b','age':7,'tags':['x','y'],'id':5,'name':'Ann','more':['c@d'],'mood':'great'}",
        "person | {'mail':'a@b','age':null,'tags':[],'id':5,'name':'Ann','more':[],'mood':'BAD'}",
        "box | {'a':'x','b':2}",
        "aliases | {'c':'x','b':'y','title':'t','mood':'fine'}",
        "holder | {'one':{'@type':'Answers$Circle','radius':1.5},'more':[{'@type':'square','side':2}]}",
        "ordered | {'reason':'r','answer':1}",
      })
  void jsonIsReadAsJacksonReadsIt(String prompt, String answer) throws Exception {
    String json = answer.replace('\'', '"');
    Method method = client.type().getMethod(prompt);
    boolean isWrapped = prompt.equals("box");
    gateway.answer(isWrapped ? "{\"value\":" + json + "}" : json);
    assertThat(client.call(prompt))
        .isEqualTo(JsonMapper.builder().build().readValue(json, method.getReturnType()));
  }

  @Test
  void aValueInARecordIsTheValueInTheSchema() {
    Map<String, String> schemas = SchemaTest.schemas(compilation, "run.Answers");
    assertThat(schemas.get("person"))
        .contains(
            "\"mail\":{\"type\":\"string\",\"pattern\":\"^[^@]+@[^@]+$\",\"description\":\"an"
                + " address\"}",
            "\"age\":{\"type\":[\"integer\",\"null\"],",
            "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\",",
            "\"name\":{\"type\":\"string\",\"description\":\"the first name\"}",
            "\"mood\":{\"type\":\"string\",\"enum\":[\"GOOD\",\"BAD\"]}");
    assertThat(schemas.get("ordered")).contains("{\"reason\":", ",\"answer\":");
  }

  @Test
  void aValueInARecordIsCheckedWhereverItStands() {
    gateway.answer("{\"value\":{\"k\":\"a@b\"}}");
    assertThat(client.call("mails")).hasToString("{k=Mail[value=a@b]}");
    gateway.answer("{\"value\":\"nobody\"}");
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> client.call("mail"))
        .withMessageContaining("text that matches [^@]+@[^@]+");
  }
}
