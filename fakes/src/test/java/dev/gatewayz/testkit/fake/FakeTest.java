package dev.gatewayz.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.FakeCalls;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.RateLimitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test says what each prompt answers, whatever it returns. */
class FakeTest {

  /** Every way an answer can arrive. */
  interface Haikus {
    String write(String topic);

    boolean isHaiku(String text, int lines);

    Completion<String> rated(String topic);

    CompletableFuture<String> later(String topic);

    CompletableFuture<Completion<String>> ratedLater(String topic);

    Flow.Publisher<String> published();

    Flow.Publisher<Completion<String>> publishedRated();

    AnswerStream<String> sing(String topic);

    AnswerStream<Integer> count();

    AnswerStream<ChatChunk> chunks();

    Stream<String> blocking();
  }

  private final Fake<Haikus> fake = Fake.of(Haikus.class);
  private final Haikus haikus = fake.client();

  @Test
  void answersDependOnArguments() {
    Haikus pond =
        Fake.of(Haikus.class)
            .when("write")
            .answers("Anything")
            .when("write", "autumn")
            .answers("An old pond")
            .when("isHaiku", Fake.ANY, 3)
            .answers(true)
            .when("isHaiku")
            .answersBy(arguments -> arguments.get(0).equals("frog"))
            .when("isHaiku", "no", Fake.ANY)
            .answers(false)
            .client();

    assertThat(pond.write("autumn")).isEqualTo("An old pond");
    assertThat(pond.write("winter")).isEqualTo("Anything");
    assertThat(pond.isHaiku("frog", 2)).isTrue();
    assertThat(pond.isHaiku("toad", 3)).isFalse();
    assertThat(pond.isHaiku("no", 3)).isFalse();
  }

  @Test
  void anyShapeTakesAPlainValue() throws Exception {
    for (String prompt :
        List.of(
            "rated", "later", "ratedLater", "published", "publishedRated", "sing", "blocking")) {
      fake.when(prompt).answers("frog");
    }
    fake.when("count").answers(List.of(1, 2));

    assertThat(haikus.rated("x").value()).isEqualTo("frog");
    assertThat(haikus.later("x").get()).isEqualTo("frog");
    assertThat(haikus.ratedLater("x").get().value()).isEqualTo("frog");
    assertThat(heard(haikus.published())).containsExactly("frog", "complete");
    assertThat(heard(haikus.publishedRated()))
        .hasSize(2)
        .first()
        .extracting(completion -> ((Completion<?>) completion).value())
        .isEqualTo("frog");
    assertThat(heard(haikus.sing("x"))).containsExactly("frog", "complete");
    assertThat(haikus.sing("x").forEach(piece -> {}).get().value()).isEqualTo("frog");
    assertThat(heard(haikus.count())).containsExactly(1, 2, "complete");
    assertThat(haikus.blocking()).containsExactly("frog");
  }

  @Test
  void anyShapeTakesWhatItReturns() throws Exception {
    Completion<String> cut = Completions.text("fro", "length");
    fake.when("rated").answers(cut).when("ratedLater").answers(cut).when("write").answers(cut);
    fake.when("later").answers(new CompletableFuture<>());
    fake.when("chunks").answers(Completions.chunksOf("a", "b"));
    fake.when("published").answers(Completions.streamOf("a", "b"));
    fake.when("sing", "short").answers(Completions.streamOf("la", "la"));
    fake.when("sing", "stuck").answers(Completions.streamOf("la").stalling());
    fake.when("sing", "broken").answers(Completions.streamOf("la").failing(Failures.badGateway()));
    fake.when("count").answers(Completions.elementsOf(1));

    assertThat(haikus.rated("x")).isSameAs(cut);
    assertThat(haikus.ratedLater("x").get()).isSameAs(cut);
    assertThat(haikus.write("x")).isEqualTo("fro");
    assertThat(haikus.later("x")).isNotDone();
    assertThat(heard(haikus.chunks())).hasSize(5);
    assertThat(heard(haikus.published())).containsExactly("a", "b", "complete");
    assertThat(heard(haikus.sing("short"))).containsExactly("la", "la", "complete");
    assertThat(heard(haikus.sing("stuck"))).containsExactly("la");
    assertThat(heard(haikus.sing("broken")))
        .hasSize(2)
        .last()
        .isInstanceOf(BadGatewayException.class);
    assertThat(heard(haikus.count())).containsExactly(1, "complete");
  }

  @Test
  void failuresComeWhereTheAnswerWould() {
    RateLimitException busy = Failures.rateLimit(Duration.ofSeconds(5));
    for (String prompt : List.of("write", "rated", "later", "ratedLater", "published", "sing")) {
      fake.when(prompt).fails(busy);
    }

    assertThatThrownBy(() -> haikus.write("x")).isSameAs(busy);
    assertThatThrownBy(() -> haikus.rated("x")).isSameAs(busy);
    assertThatThrownBy(() -> haikus.later("x").join()).hasCause(busy);
    assertThatThrownBy(() -> haikus.ratedLater("x").join()).hasCause(busy);
    assertThat(heard(haikus.published())).containsExactly(busy);
    assertThat(heard(haikus.sing("x"))).containsExactly(busy);
  }

  @Test
  void whatWasNotSaidIsAnError() {
    fake.when("write", "autumn").answers("x");

    assertThatThrownBy(() -> haikus.write("winter"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The test has not said what dev.gatewayz.testkit.fake.FakeTest.Haikus answers to"
                + " write(\"winter\"), only to write(\"autumn\").");
    assertThatThrownBy(() -> Fake.of(Haikus.class).client().published())
        .hasMessageEndingWith("answers to published().");
    assertThatThrownBy(() -> fake.when("wrote"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no prompt \"wrote\". It has write, isHaiku, ");
    assertThatThrownBy(() -> Fake.of(Runnable.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no java.lang.FakeRunnable.")
        .hasMessageContaining("-Agatewayz.fakes=true");
  }

  @Test
  void callsAreRemembered() {
    Fake<Haikus> counted = Fake.<Haikus>by(FakeFakeTest_Haikus::new).when("write").answers("x");
    counted.client().write("autumn");
    counted.client().write(null);

    assertThat(counted.calls())
        .extracting(FakeCall::toString)
        .containsExactly("write(\"autumn\")", "write(null)");
    assertThat(counted.calls().get(0).arguments()).containsExactly("autumn");
  }

  private static List<Object> heard(Flow.Publisher<?> publisher) {
    List<Object> heard = new ArrayList<>();
    publisher.subscribe(
        new Flow.Subscriber<Object>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(Object piece) {
            heard.add(piece);
          }

          @Override
          public void onError(Throwable failure) {
            heard.add(failure);
          }

          @Override
          public void onComplete() {
            heard.add("complete");
          }
        });
    return heard;
  }
}

/** As the processor writes it. */
final class FakeFakeTest_Haikus implements FakeTest.Haikus {
  private final FakeCalls calls;

  FakeFakeTest_Haikus(FakeCalls calls) {
    this.calls = calls;
    calls.prompts(
        "dev.gatewayz.testkit.fake.FakeTest.Haikus",
        "write",
        "isHaiku",
        "rated",
        "later",
        "ratedLater",
        "published",
        "publishedRated",
        "sing",
        "count",
        "chunks",
        "blocking");
  }

  @Override
  public String write(String topic) {
    return calls.<String>call("write", new Object[] {topic});
  }

  @Override
  public boolean isHaiku(String text, int lines) {
    return calls.<Boolean>call("isHaiku", new Object[] {text, lines});
  }

  @Override
  public Completion<String> rated(String topic) {
    return calls.<String>complete("rated", new Object[] {topic});
  }

  @Override
  public CompletableFuture<String> later(String topic) {
    return calls.<String>callAsync("later", new Object[] {topic});
  }

  @Override
  public CompletableFuture<Completion<String>> ratedLater(String topic) {
    return calls.<String>completeAsync("ratedLater", new Object[] {topic});
  }

  @Override
  public Flow.Publisher<String> published() {
    return calls.<String>publish("published", new Object[] {});
  }

  @Override
  public Flow.Publisher<Completion<String>> publishedRated() {
    return calls.<String>publishCompletion("publishedRated", new Object[] {});
  }

  @Override
  public AnswerStream<String> sing(String topic) {
    return calls.<String>stream("sing", new Object[] {topic});
  }

  @Override
  public AnswerStream<Integer> count() {
    return calls.<Integer>stream("count", new Object[] {});
  }

  @Override
  public AnswerStream<ChatChunk> chunks() {
    return calls.<ChatChunk>stream("chunks", new Object[] {});
  }

  @Override
  public Stream<String> blocking() {
    return calls.<String>stream("blocking", new Object[] {}).blocking();
  }
}
