package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Named.named;

import com.sun.management.ThreadMXBean;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What one call brings does not hold up the others of its event loop: the loop does little of it,
 * counted in what it takes of the heap. What looks through a text makes more of it than it has.
 */
@Tag("allocation")
class NeighboursTest extends Calls {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int LARGE = 8 << 20;

  /** What frames take that bring so much, and a buffer that grows until all of it is in it. */
  private static final long RECEIVED = 5L * LARGE;

  private static final AnswerType<Integer> NUMBER = AnswerType.of(in -> in.int32());

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  @AfterEach
  void endLoop() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private Gatewayz ofOneLoop() throws Exception {
    Gatewayz client = Wire.H2C.client(gateway).eventLoopGroup(loop).build();
    gateway.reply(ErrorReply.capacity());
    assertThrows(GatewayzException.class, () -> client.complete(HELLO));
    return client;
  }

  /** How many bytes the loop has taken of the heap. */
  private long taken() throws Exception {
    return loop.submit(() -> THREADS.getThreadAllocatedBytes(Thread.currentThread().getId())).get();
  }

  /** A text in which nothing is as anywhere else in it. */
  private static String words(int length) {
    StringBuilder words = new StringBuilder(length + 16);
    for (int i = 0; words.length() < length; i++) {
      words.append("word ").append(i).append(' ');
    }
    return words.toString();
  }

  @Test
  void aLongPromptIsHiddenElsewhere() throws Exception {
    String prompt = words(LARGE);
    try (Gatewayz client = ofOneLoop()) {
      gateway.reply(ErrorReply.openAi(400, "t", null, "bad: " + prompt.substring(1_000, 3_000)));
      long before = taken();
      GatewayzException failure =
          assertThrows(GatewayzException.class, () -> client.complete(Asking.ask(prompt)));
      long whenRefused = taken() - before;
      client.complete(Asking.ask(prompt));
      long whenAnswered = taken() - before - whenRefused;

      assertThat(failure).hasMessageContaining("[prompt]").hasMessageNotContaining("word 200");
      assertThat(whenRefused - whenAnswered).isLessThan(LARGE / 4);
    }
  }

  static Stream<Named<Reply>> largeErrors() {
    String image = "aGVsbG8/".repeat(LARGE / 8);
    String error = "{\"error\":{\"message\":\"no\",\"image\":\"" + image + "\"}}";
    return Stream.of(
        named("an error", Reply.body(503, "application/json", error)),
        named(
            "digits", Reply.body(503, "application/json", "{\"code\":" + "7".repeat(LARGE) + "}")),
        named("text", Reply.body(400, "text/plain", image)));
  }

  @ParameterizedTest
  @MethodSource("largeErrors")
  void aLargeErrorIsCut(Reply error) throws Exception {
    try (Gatewayz client = ofOneLoop()) {
      gateway.reply(error);
      long before = taken();
      assertThrows(GatewayzException.class, () -> client.complete(HELLO));
      assertThat(taken() - before).isLessThan(LARGE / 4);
      gateway.reply(error);
      before = taken();
      Probe.all(client.stream(HELLO)).awaitFailure(GatewayzException.class);
      assertThat(taken() - before).isLessThan(LARGE / 4);
    }
  }

  static Stream<Named<Reply>> largeNonsense() {
    String image = "aGVsbG8/".repeat(LARGE / 8);
    return Stream.of(
        named("no JSON", Reply.json(image)),
        named(
            "an error", Reply.json("{\"error\":{\"message\":\"no\",\"image\":\"" + image + "\"}}")),
        named("another API", Reply.json("{\"image\":\"" + image + "\"}")));
  }

  /** Whatever it is, it is kept once, in a buffer that grows, and little is made of it. */
  @ParameterizedTest
  @MethodSource("largeNonsense")
  void aLargeAnswerThatMakesNoSenseIsCut(Reply nonsense) throws Exception {
    try (Gatewayz client = ofOneLoop()) {
      gateway.reply(nonsense);
      long before = taken();

      assertThrows(GatewayzException.class, () -> client.complete(HELLO));

      assertThat(taken() - before).isLessThan(RECEIVED);
    }
  }

  @Test
  void aLargeAnswerIsReadElsewhere() throws Exception {
    String text = words(LARGE);
    try (Gatewayz client = ofOneLoop()) {
      gateway.reply(Reply.text(text));
      long before = taken();

      assertThat(client.complete(HELLO).text()).isEqualTo(text);

      assertThat(taken() - before).isLessThan(RECEIVED);
    }
  }

  @Test
  void manyVectorsAreReadElsewhere() throws Exception {
    StringBuilder vectors = new StringBuilder("{\"data\":[{\"index\":0,\"embedding\":[0.5");
    while (vectors.length() < LARGE) {
      vectors.append(",0.0123456789");
    }
    try (Gatewayz client = ofOneLoop()) {
      gateway.reply(Reply.json(vectors.append("]}]}").toString()));
      long before = taken();

      EmbeddingRequest one = EmbeddingRequest.of("gatewayz/openai/embed", "Hello");
      assertThat(client.embeddings(one).vectors()).hasSize(1);

      assertThat(taken() - before).isLessThan(RECEIVED);
    }
  }

  @Test
  void hugeNumbersAreNotWorkedOut() throws Exception {
    try (Gatewayz client = ofOneLoop()) {
      String[] numbers = {
        "1e999999999",
        "-1e-999999999",
        "7".repeat(1 << 18),
        "0." + "7".repeat(1 << 18),
        "1e" + "9".repeat(1 << 18)
      };
      for (String number : numbers) {
        gateway.reply(Reply.text(number));
        assertThrows(
            GatewayzException.class,
            () -> Prompts.of(client).call(Asking.greeting("T.n").render().raw(0), NUMBER));
        gateway.reply(
            Reply.json(
                "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                    + "\"content\":\"1\"}}],\"usage\":{\"prompt_tokens\":"
                    + number
                    + ",\"cost\":"
                    + number
                    + "}}"));
        client.completeAsync(HELLO).handle((answer, failure) -> 0).get(20, TimeUnit.SECONDS);
      }
    }
  }
}
