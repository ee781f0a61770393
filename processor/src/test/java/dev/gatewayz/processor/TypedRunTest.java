package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatewayz.Completion;
import dev.gatewayz.error.AnswerFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that were compiled here make objects of answers, or say why they cannot. */
class TypedRunTest {
  private static RecordingGateway gateway;
  private static Generated client;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
    Compilation compilation = Compilation.javac(Fixtures.read(Fixtures.file("good/Typed.java")));
    client = Generated.of(compilation, "fixtures.GatewayzTyped", gateway.gatewayz());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /** What a prompt makes of an answer. */
  private static Object read(String prompt, String answer) {
    gateway.answer(answer.replace('\'', '"'));
    Object value = client.call(prompt);
    if (value instanceof CompletionStage<?> stage) {
      return stage.toCompletableFuture().join();
    }
    return value instanceof Completion<?> completion ? completion.value() : value;
  }

  private static final String PLAIN = "{'in':'a','in2':true,'v':'GOOD','value':null}";
  private static final String NUMBERS =
      "{'a':1,'b':2,'c':3,'d':4,'e':0.5,'f':1e3,'g':7,'h':8,'i':1.50,'j':12345678901234567890,"
          + "'k':2026}";
  private static final String LIMITS =
      "{'age':30,'score':0,'share':0.25,'title':'t','tags':['x'],'currency':'USD','place':[1,2],"
          + "'rank':null,'note':null}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "plain | {'v':'BAD','extra':[1,{}],'in2':false,'in':'x'} | Plain[in=x, in2=false, v=BAD,"
            + " value=null]",
        "mood | {'value':'BAD'} | BAD",
        "perhaps | {'value':null} | null",
        "perhaps | {'value':'BAD'} | BAD",
        "count | {'value':42} | 42",
        "is | {'value':true} | true",
        "maybe | {'value':null} | Optional.empty",
        "all | {'value':[]} | []",
        "map | {'value':{'a':[1,2],'b':[]}} | {a=[1, 2], b=[]}",
        "result | {'value':{'type':'Failed','why':'no'}} | Failed[why=no]",
        "shape | {'value':{'radius':2,'kind':'Circle'}} | Circle[radius=2.0]",
        "shape | {'value':{'kind':'Group','parts':[{'kind':'Nothing'},{'type':'t','side':1,"
            + "'kind':'Square'}]}} | Group[parts=[Nothing[], Square[side=1.0, type=t]]]",
        "tree | {'name':'a','children':[{'name':'b','children':[],'parent':null}],'parent':null} |"
            + " Tree[name=a, children=[Tree[name=b, children=[], parent=null]], parent=null]",
        "times | {'day':'2026-02-28','at':'2026-02-28T10:00:00+02:00','lasts':'PT1H0M0S',"
            + "'id':'6B0C0000-0000-4000-8000-000000000001','uri':'https://a.b/c'} |"
            + " Times[day=2026-02-28, at=2026-02-28T08:00:00Z, lasts=PT1H,"
            + " id=6b0c0000-0000-4000-8000-000000000001, uri=https://a.b/c]",
        "absent | {'text':'x','number':null,'list':['a']} | Absent[text=Optional[x],"
            + " number=OptionalInt.empty, plain=Optional.empty, nullable=null,"
            + " list=Optional[[a]], mood=null]",
      })
  void answersBecomeObjects(String prompt, String answer, String expected) {
    assertThat(String.valueOf(read(prompt, answer))).isEqualTo(expected);
  }

  @Test
  void everyTypeIsRead() {
    assertThat(read("numbers", NUMBERS))
        .hasToString(
            "Numbers[a=1, b=2, c=3, d=4, e=0.5, f=1000.0, g=7, h=8.0, i=1.50,"
                + " j=12345678901234567890, k=2026]");
    assertThat(read("limits", LIMITS))
        .asString()
        .startsWith("Limits[age=30, score=0.0, share=0.25, title=t, tags=[x], currency=USD,");
    String lists =
        "{'names':['a'],'moods':['BAD','BAD'],'grid':[[1],[]],'words':['w'],'ints':[1,2],"
            + "'doubles':[0.5],'plains':["
            + PLAIN
            + "],'holes':['h',null],'maybes':[1,null],'ints2':[null,2]}";
    assertThat(read("lists", lists))
        .asString()
        .startsWith("Lists[names=[a], moods=[BAD], grid=[[1], []], words=[Ljava.lang.String;")
        .endsWith(
            "holes=[h, null], maybes=[Optional[1], Optional.empty],"
                + " ints2=[OptionalInt.empty, OptionalInt[2]]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "plain ! 'in':'a', ! ! in ! a value ! nothing",
        "plain ! true ! null ! in2 ! true or false ! null",
        "plain ! GOOD ! FINE ! v ! one of GOOD, BAD ! the text \\\"FINE\\\"",
        "numbers ! 'a':1 ! 'a':200 ! a ! a whole number from -128 to 127 ! 200",
        "numbers ! 'c':3 ! 'c':3.5 ! c ! a whole number from -2147483648 to 2147483647 ! 3.5",
        "limits ! 'age':30 ! 'age':151 ! age ! a whole number from 0 to 150 ! 151",
        "limits ! 'score':0 ! 'score':-1 ! score ! a number of at least -0.5 ! -1",
        "limits ! 0.25 ! 1.01 ! share ! a number of at most 1 ! 1.01",
        "limits ! 't' ! '' ! title ! text of 1 to 80 characters ! the text \\\"\\\"",
        "limits ! ['x'] ! ['x',''] ! tags[1] ! text of at least 1 character ! the text \\\"\\\"",
        "limits ! ['x'] ! ['a','b','c','d'] ! tags ! at most 3 elements ! a list of 4",
        "limits ! USD ! usd ! currency ! text that matches [A-Z]{3}|EUR ! the text \\\"usd\\\"",
        "limits ! 'rank':null ! 'rank':0 ! rank ! a whole number from 1 to 2147483647 ! 0",
      })
  void whatDoesNotFitIsNamed(
      String prompt, String from, String to, String path, String expected, String found) {
    String good = Map.of("plain", PLAIN, "numbers", NUMBERS, "limits", LIMITS).get(prompt);
    assertThat(read(prompt, good)).isNotNull();
    assertThatExceptionOfType(AnswerFormatException.class)
        .isThrownBy(() -> readOrCause(prompt, good.replace(from, to == null ? "" : to)))
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.expected()).isEqualTo(expected);
              assertThat(e.found()).isEqualTo(found.replace("\\", ""));
            });
  }

  private static void readOrCause(String prompt, String answer) {
    try {
      read(prompt, answer);
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  @Test
  void elementsAreDeliveredOneByOne() {
    gateway.answer(
        ("{'value':[" + PLAIN + "," + PLAIN.replace("GOOD", "BAD") + "]}").replace('\'', '"'));
    assertThat(elements("stream").join())
        .hasToString(
            "[Plain[in=a, in2=true, v=GOOD, value=null], Plain[in=a, in2=true, v=BAD, value=null]]");
    gateway.answer("{\"value\":[\"BAD\",\"GOOD\"]}");
    assertThat(elements("moods").join()).hasToString("[BAD, GOOD]");
  }

  private static CompletableFuture<List<Object>> elements(String prompt) {
    CompletableFuture<List<Object>> all = new CompletableFuture<>();
    @SuppressWarnings("unchecked")
    Flow.Publisher<Object> publisher = (Flow.Publisher<Object>) client.call(prompt);
    publisher.subscribe(
        new Flow.Subscriber<>() {
          private final List<Object> elements = new ArrayList<>();

          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(Object element) {
            elements.add(element);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            all.complete(elements);
          }
        });
    return all;
  }
}
