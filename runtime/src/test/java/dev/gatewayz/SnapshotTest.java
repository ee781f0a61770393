package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Growing;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Known;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.SharedCalls;
import dev.gatewayz.support.Sse;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A typed answer while it grows, on the wire. */
class SnapshotTest extends SharedCalls {
  private static final Prompt PROMPT =
      Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"Hello\"}");

  record Brief(Optional<String> headline, List<String> bullets, @Nullable Integer stars) {}

  private static final AnswerType<Brief> TYPE = AnswerType.of(SnapshotTest::read);

  private static Brief read(JsonIn in) {
    String headline = null;
    List<String> bullets = null;
    Integer stars = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "headline" -> headline = in.nullable(JsonIn::string);
        case "bullets" -> bullets = in.list(JsonIn::string);
        case "stars" -> stars = in.nullable(i -> (int) i.integer(1, 5));
        default -> in.skip();
      }
    }
    return new Brief(Optional.ofNullable(headline), in.required("bullets", bullets), stars);
  }

  private static Growing<?> member(String name) {
    return switch (name) {
      case "headline" -> Growing.TEXT.orNull();
      case "bullets" -> Growing.list(Growing.TEXT);
      case "stars" -> Growing.whole(in -> (int) in.integer(1, 5)).orNull();
      default -> Growing.UNREAD;
    };
  }

  private static Brief brief(Known known) {
    return new Brief(
        Optional.ofNullable(known.<String>get("headline")),
        known.<List<String>>present("bullets"),
        known.<Integer>get("stars"));
  }

  private static AnswerStream<Brief> stream(Gatewayz gatewayz) {
    return Prompts.of(gatewayz)
        .snapshots(
            PROMPT.render().raw(0),
            TYPE,
            Growing.object(SnapshotTest::member, SnapshotTest::brief));
  }

  private static Brief brief(
      @Nullable String headline, @Nullable Integer stars, String... bullets) {
    return new Brief(Optional.ofNullable(headline), List.of(bullets), stars);
  }

  /** What is around an answer is known when all of it is there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"answer\":%s}",
        "[%s]",
        "{\"type\":\"object\",\"properties\":%s}",
        "{\"name\":\"Brief\",\"arguments\":%s}",
      })
  void theLastSnapshotIsTheOneInsideAnEnvelope(String around) {
    String text = around.formatted("{\"headline\":\"a\",\"bullets\":[\"b\"],\"stars\":3}");
    gateway.reply(Reply.chunks(text.substring(0, 9), text.substring(9)));

    List<Brief> snapshots = Probe.all(stream(client)).awaitCompletion();

    assertThat(snapshots.get(snapshots.size() - 1)).isEqualTo(brief("a", 3, "b"));
  }

  @Test
  void aValueComesEachTimeSomethingMoreIsKnown() {
    gateway.reply(
        Reply.chunks(
            "{\"head",
            "line\":\"An",
            " old",
            "\",\"bul",
            "lets\":[\"a",
            "b\",\"c\"",
            "],\"stars\":",
            "4",
            "}"));

    assertThat(Probe.all(stream(client)).awaitCompletion())
        .containsExactly(
            brief("An", null),
            brief("An old", null),
            brief("An old", null, "a"),
            brief("An old", null, "ab", "c"),
            brief("An old", 4, "ab", "c"));
  }

  @Test
  void theCompletionHasAllTheRest() {
    gateway.reply(Reply.chunks("{\"headline\":\"x\",", "\"bullets\":[]}").usage(7, 3));
    List<Brief> seen = new ArrayList<>();

    Completion<String> end = stream(client).forEach(seen::add).join();

    assertThat(seen).containsExactly(brief("x", null));
    assertThat(end.value()).isEqualTo("{\"headline\":\"x\",\"bullets\":[]}");
    assertThat(end.usage().completionTokens()).isEqualTo(3);
  }

  /** The server does not wait for who asks late, and the last value waits for them. */
  @Test
  void aSlowSubscriberGetsTheNewestAndTheLast() {
    CompletableFuture<CallEvent.Finished> finished = new CompletableFuture<>();
    try (Gatewayz listening =
        Wire.H2C
            .client(gateway)
            .listener(
                event -> {
                  if (event instanceof CallEvent.Finished end) {
                    finished.complete(end);
                  }
                })
            .build()) {
      String piece = "x".repeat(1_000);
      List<String> deltas = new ArrayList<>(Collections.nCopies(500, piece));
      deltas.add(0, "{\"headline\":\"");
      deltas.add("\",\"bullets\":[\"b\"]}");
      gateway.reply(Reply.chunks(deltas));
      Probe<Brief> probe = Probe.of(stream(listening)).request(1);

      assertThat(finished.orTimeout(20, TimeUnit.SECONDS).join().failure()).isNull();
      assertThat(probe.items()).hasSize(1);
      assertThat(probe.isOpen()).isTrue();
      probe.request(1);

      assertThat(probe.awaitCompletion())
          .hasSize(2)
          .last()
          .isEqualTo(brief(piece.repeat(500), null, "b"));
    }
  }

  @Test
  void whatIsNotWholeIsAnErrorBehindWhatWasKnown() {
    gateway.reply(Reply.chunks("{\"headline\":\"cut", " off").finishReason("length"));
    Probe<Brief> truncated = Probe.all(stream(client));
    assertThat(truncated.awaitFailure(AnswerTruncatedException.class).partial().text())
        .isEqualTo("{\"headline\":\"cut off");
    assertThat(truncated.items()).containsExactly(brief("cut", null), brief("cut off", null));

    gateway.reply(Reply.chunks("{\"headline\":\"cut").noFinishReason().noDone());
    Probe<Brief> broken = Probe.all(stream(client));
    broken.awaitFailure(StreamTruncatedException.class);
    assertThat(broken.items()).containsExactly(brief("cut", null));
  }

  @Test
  void theLastValuePassesEveryConstraintOrThereIsNone() {
    gateway.reply(Reply.chunks("{\"headline\":\"x\",", "\"bullets\":[],\"stars\":9}"));
    Probe<Brief> outside = Probe.all(stream(client));
    AnswerFormatException failure = outside.awaitFailure(AnswerFormatException.class);
    assertThat(failure.path()).isEqualTo("stars");
    assertThat(outside.items()).containsExactly(brief("x", null));

    gateway.reply(Reply.chunks("{\"headline\":\"x\"}"));
    Probe<Brief> lacking = Probe.all(stream(client));
    assertThat(lacking.awaitFailure(AnswerFormatException.class).path()).isEqualTo("bullets");

    gateway.reply(Reply.chunks("I would rather not."));
    assertThat(Probe.all(stream(client)).awaitEnd()).isInstanceOf(AnswerFormatException.class);
  }

  /** What only a lenient reader understands comes at the end. */
  @Test
  void anAnswerThatIsNotStrictIsStillTheLastValue() {
    gateway.reply(Reply.chunks("{\"headline\":\"x\",", "'bullets':['y'],}"));

    assertThat(Probe.all(stream(client)).awaitCompletion())
        .containsExactly(brief("x", null), brief("x", null, "y"));
  }

  @Test
  void callbacksOnAnExecutorEndWithTheLastValue() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Gatewayz calling = Wire.H2C.client(gateway).callbackExecutor(executor).build()) {
      gateway.reply(Reply.chunks("{\"headline\":\"a", "b", "c\",\"bullets\":[]", "}"));

      List<Brief> seen = Probe.all(stream(calling)).awaitCompletion();

      assertThat(seen).doesNotHaveDuplicates().last().isEqualTo(brief("abc", null));
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void interceptorsMayStandBetween() {
    try (Gatewayz wrapped =
        Wire.H2C
            .client(gateway)
            .interceptor(
                new Interceptor() {
                  @Override
                  public Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
                    return subscriber -> next.proceed(call).subscribe(subscriber);
                  }
                })
            .build()) {
      gateway.reply(Reply.chunks("{\"headline\":\"a", "b\",", "\"bullets\":[\"c\"]}"));

      Probe<Brief> probe = Probe.of(stream(wrapped)).request(1);
      probe.awaitItems(1);
      probe.request(Long.MAX_VALUE);

      assertThat(probe.awaitCompletion())
          .startsWith(brief("a", null))
          .last()
          .isEqualTo(brief("ab", null, "c"));
    }
  }

  @Test
  void aThreadMayBlockForThem() {
    gateway.reply(Reply.chunks("{\"headline\":\"a", "b\",", "\"bullets\":[\"c\"]}"));

    try (Stream<Brief> seen = stream(client).blocking()) {
      assertThat(seen.reduce((former, latter) -> latter)).contains(brief("ab", null, "c"));
    }
  }

  // What it costs: counted in what the values hold that had to be copied for them.

  private static final int CHUNKS = 10_000;

  private static List<Brief> longAnswer(String start, String chunk, String end) {
    gateway.reply(
        Reply.stream(
            quoted(start)
                + quoted(chunk).repeat(CHUNKS)
                + quoted(end)
                + Sse.finish()
                + Sse.done()));
    return Probe.all(stream(client)).awaitCompletion();
  }

  private static String quoted(String delta) {
    return Sse.text(delta.replace("\"", "\\\""));
  }

  @Test
  void textCostsAMultipleOfItsLength() {
    List<Brief> seen = longAnswer("{\"headline\":\"", "1234", "\",\"bullets\":[]}");

    long copied = seen.stream().mapToLong(SnapshotTest::length).sum();
    assertThat(copied).isLessThan(257L * 4 * CHUNKS);
    // One for each chunk would copy 200 million characters. And none is far behind.
    for (int i = 1; i < seen.size(); i++) {
      assertThat(length(seen.get(i)) - length(seen.get(i - 1)))
          .isLessThanOrEqualTo(8 + length(seen.get(i)) / 256);
    }
    assertThat(seen.subList(0, 300))
        .extracting(SnapshotTest::length)
        .startsWith(4, 8, 12)
        .last()
        .isEqualTo(1_200);
  }

  private static int length(Brief brief) {
    return brief.headline().orElse("").length();
  }

  @Test
  void listsCostAMultipleOfTheirLength() {
    List<Brief> seen = longAnswer("{\"bullets\":[\"0\"", ",\"1\"", "]}");

    assertThat(seen.stream().mapToLong(brief -> brief.bullets().size()).sum())
        .isLessThan(257L * 4 * CHUNKS);
    assertThat(Objects.requireNonNull(seen.get(seen.size() - 1)).bullets()).hasSize(CHUNKS + 1);
  }
}
