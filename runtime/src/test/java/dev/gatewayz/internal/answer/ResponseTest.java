package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.ApiKey;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Deadlines;
import dev.gatewayz.RetryPolicy;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.Payer;
import dev.gatewayz.internal.request.RequestDefaults;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.request.RequestRules;
import dev.gatewayz.internal.syntax.ApiBase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the texts of a server are looked through for the prompt. */
class ResponseTest {
  private static final String SAID = "Cannot answer what you have asked about: the merger is off";
  private static final String SHOWN = "Cannot answer what you have asked about:[prompt]";

  /** Hears of a response, and keeps what is to be done elsewhere. */
  private static final class Sink implements ResponseSink {
    private final List<Runnable> elsewhere = new ArrayList<>();
    private final List<GatewayzException> failures = new ArrayList<>();
    private boolean isWanted = true;

    @Override
    public CallInfo info() {
      return CallInfo.builder().build();
    }

    @Override
    public Partial partial() {
      return Partial.NONE;
    }

    @Override
    public boolean isWanted() {
      return isWanted;
    }

    @Override
    public void arrived() {}

    @Override
    public void spoke() {}

    @Override
    public void answered() {}

    @Override
    public void ending() {
      isWanted = false;
    }

    @Override
    public void failed(GatewayzException failure) {
      failures.add(failure);
    }

    @Override
    public <T> void elsewhere(Supplier<T> work, Consumer<T> then) {
      elsewhere.add(() -> then.accept(work.get()));
    }
  }

  /** A head that is of no use once it is let go. */
  private static final class Head implements ResponseHead {
    private boolean isGone;

    @Override
    public int status() {
      return 200;
    }

    @Override
    public @Nullable String header(CharSequence name) {
      assertThat(isGone).isFalse();
      return name.equals("x-request-id") ? "req-1" : null;
    }

    @Override
    public Map<String, String> headers() {
      assertThat(isGone).isFalse();
      return Map.of("x-request-id", "req-1");
    }
  }

  @Test
  void anOpenStreamKeepsNoHeadersThatNobodyWillSee() {
    Response response = new Response(request(10), AnswerRules.DEFAULTS, new Sink());
    Head head = new Head();
    response.onHead(head, true);
    assertThat(response.serverRequestId()).isEqualTo("req-1");

    response.forgetHeaders();
    head.isGone = true;

    assertThat(response.serverRequestId()).isEqualTo("req-1");
    assertThat(response.cost()).isNull();
  }

  @Test
  void aShortRequestIsLookedThroughAtOnce() {
    Sink sink = new Sink();

    fail(request(1_000), AnswerRules.DEFAULTS, sink);

    assertThat(sink.elsewhere).isEmpty();
    assertThat(sink.failures).singleElement().asString().contains(SHOWN);
  }

  @Test
  void aLongOneIsNotLookedThroughOnTheLoop() {
    Sink sink = new Sink();

    fail(request(15_000_000), AnswerRules.DEFAULTS, sink);

    assertThat(sink.failures).isEmpty();
    assertThat(sink.isWanted()).isFalse();
    assertThat(sink.elsewhere).hasSize(1);
    sink.elsewhere.get(0).run();
    assertThat(sink.failures).singleElement().asString().contains(SHOWN);
  }

  @Test
  void norIsOneThatMayBeShown() {
    Sink sink = new Sink();

    fail(request(15_000_000), AnswerRules.DEFAULTS.showingPrompts(true), sink);

    assertThat(sink.elsewhere).isEmpty();
    assertThat(sink.failures).singleElement().asString().contains(SAID);
  }

  private static void fail(CallRequest request, AnswerRules rules, ResponseSink sink) {
    byte[] body = ("{\"error\":{\"message\":\"" + SAID + "\"}}").getBytes(StandardCharsets.UTF_8);
    new Response(request, rules, sink).failByAnswer(body, 0, body.length);
  }

  private static CallRequest request(int size) {
    RequestFactory factory =
        new RequestFactory(
            new RequestDefaults(
                ApiBase.parse("https://llm.example.com"),
                Payer.of(ApiKey.of("test")),
                false,
                Map.of(),
                Map.of(),
                new RequestRules(List.of(), Map.of()),
                Deadlines.DEFAULT,
                RetryPolicy.standard(0)));
    String text = " the merger is off" + "x".repeat(size);
    ChatRequest chat = ChatRequest.builder().model("gatewayz/a/b").user(text).build();
    return factory.of(chat, false, CallOptions.NONE);
  }
}
