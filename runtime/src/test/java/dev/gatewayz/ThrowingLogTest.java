package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client has to say cannot be written down: no call loses its end by that. */
class ThrowingLogTest extends Calls {
  private final Logger logger = Logger.getLogger("dev.gatewayz");
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final Queue<CallEvent> finished = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void nothingCanBeLogged() {
    logger.setFilter(
        entry -> {
          refused.add(entry.getMessage());
          throw new StackOverflowError("thrown by the log");
        });
  }

  @AfterEach
  void whatIsLoggedPasses() {
    logger.setFilter(null);
  }

  private static RuntimeException thrown() {
    return new IllegalStateException("thrown by the user's code");
  }

  @Test
  void callsEndAndDeadlinesFire() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .listener(
                        event -> {
                          if (event instanceof CallEvent.Finished) {
                            finished.add(event);
                          }
                          throw thrown();
                        })
                    .retries(
                        attempt -> {
                          throw thrown();
                        })
                    .estimateUsage(
                        (model, text) -> {
                          throw thrown();
                        }));
    CallOptions hasty = CallOptions.builder().totalDeadline(Duration.ofMillis(50)).build();
    gateway.reply(Reply.text("fine").noUsage(), ErrorReply.capacity(), Reply.silence());

    assertThat(client.complete(HELLO).text()).isEqualTo("fine");
    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ServiceUnavailableException.class);
    assertThatThrownBy(() -> client.complete(HELLO, hasty))
        .isInstanceOf(DeadlineExceededException.class);
    gateway.reply(Reply.silence(), Reply.chunks("and", " streamed"));
    Probe.all(client.stream(HELLO, hasty)).awaitFailure(DeadlineExceededException.class);
    assertThat(Probe.all(client.stream(HELLO)).awaitCompletion()).isNotEmpty();
    assertThat(finished).hasSize(5);
    assertThat(refused).hasSizeGreaterThan(5);
  }

  @Test
  void aSubscriberThatThrowsEndsItsOwnCall() {
    Gatewayz client = client();
    gateway.reply(Reply.chunks("a", "b").after(2, Step.stall()));

    Probe.of(
            client.stream(HELLO),
            piece -> {
              throw thrown();
            })
        .request(10);

    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }
}
