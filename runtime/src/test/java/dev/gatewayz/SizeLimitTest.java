package dev.gatewayz;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.Reply;
import org.junit.jupiter.api.Test;

/** How large answers may be. */
class SizeLimitTest extends Calls {
  private static final String MORE = "m".repeat(2_000_000);

  @Test
  void anEventThatIsTooLargeNamesTheSetting() {
    Gatewayz client = client();
    gateway.reply(Reply.chunks(MORE));

    assertThat(Probe.all(client.stream(ask("Hi"))).awaitFailure(ProtocolException.class))
        .hasMessageContaining("more than 1048576 bytes")
        .hasMessageContaining("GatewayzBuilder.maxEventSize()");
  }

  @Test
  void eventsMayBeLargerIfTheClientSaysSo() {
    Gatewayz client = client(builder -> builder.maxEventSize(4 << 20));
    gateway.reply(Reply.chunks(MORE));

    assertThat(Probe.all(client.stream(ask("Hi"))).awaitCompletion())
        .extracting(chunk -> chunk.text().length())
        .contains(MORE.length());
  }

  @Test
  void anAnswerThatIsTooLargeNamesTheSetting() {
    Gatewayz client = client(builder -> builder.maxAnswerSize(1 << 20));
    gateway.reply(Reply.text(MORE));

    assertThatThrownBy(() -> client.complete(ask("Hi")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("more than 1048576 bytes")
        .hasMessageContaining("GatewayzBuilder.maxAnswerSize()");
  }

  @Test
  void answersMayBeLargerIfTheClientSaysSo() {
    Gatewayz client = client(builder -> builder.maxAnswerSize(64 << 20));
    String large = "l".repeat(17 << 20);
    gateway.reply(Reply.text(large));

    assertThat(client.complete(ask("Hi")).text()).hasSameSizeAs(large);
  }

  @Test
  void allEventsOfAStreamTogetherAreAnAnswer() {
    Gatewayz client = client(builder -> builder.maxAnswerSize(100));
    gateway.reply(Reply.chunks("x".repeat(60), "y".repeat(60)));

    ProtocolException e = Probe.all(client.stream(ask("Hi"))).awaitFailure(ProtocolException.class);

    assertThat(e)
        .hasMessageContaining("more than 100 characters")
        .hasMessageContaining("GatewayzBuilder.maxAnswerSize()");
  }

  @Test
  void aSizeIsAtLeastOne() {
    assertThatThrownBy(() -> Gatewayz.builder().maxEventSize(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxEventSize is 0");
    assertThatThrownBy(() -> Gatewayz.builder().maxAnswerSize(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxAnswerSize is -1");
  }
}
