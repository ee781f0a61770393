package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key each gateway gets: the client's is {@code sk-client}, its gateway is A. */
class WhoGetsTheKeyTest extends Calls {
  private final Queue<String> paid = new ConcurrentLinkedQueue<>();

  /** Notes each key, refuses, and says the key in its error. */
  private MockGateway refusing(String name, MockGateway server) {
    server.respond(
        request -> {
          String key = request.header("authorization").orElse("nobody").replace("Bearer ", "");
          paid.add(name + ":" + key);
          return Reply.body(503, "text/plain", "busy with " + key);
        });
    return server;
  }

  private static UnaryOperator<OutgoingCall> interceptor(String settings, String b) {
    return switch (settings) {
      case "to B" -> call -> call.withGateway(b, null);
      case "to B with a key" -> call -> call.withGateway(b, "sk-of-interceptor");
      default -> UnaryOperator.identity();
    };
  }

  private static CallOptions options(String settings, String a, String b) {
    CallOptions.Builder options = CallOptions.builder().retries(RetryPolicy.NEVER);
    for (String setting : settings.split(" \\+ ", -1)) {
      switch (setting) {
        case "key" -> options.apiKey("sk-of-call");
        case "base B" -> options.apiBase(b);
        case "gateway B" -> options.gateway(b, "sk-of-b");
        case "fallback model" -> options.fallback(Fallback.model("gatewayz/a/c"));
        case "fallback base A" -> options.fallback(Fallback.apiBase(a));
        case "fallback base B" -> options.fallback(Fallback.apiBase(b));
        case "fallback gateway B" -> options.fallback(Fallback.gateway(b, "sk-of-fallback"));
        default -> assertThat(setting).isEqualTo("nothing");
      }
    }
    return options.build();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, nothing, nothing, A:sk-client",
    "nothing, key, nothing, A:sk-of-call",
    "nothing, base B, nothing, B:sk-client",
    "nothing, base B + key, nothing, B:sk-of-call",
    "nothing, gateway B, nothing, B:sk-of-b",
    "gateway B, nothing, nothing, B:sk-of-b",
    "gateway B, key, nothing, B:sk-of-call",
    "key, base B, nothing, B:sk-of-call",
    "nothing, fallback model, nothing, A:sk-client A:sk-client",
    "nothing, gateway B + fallback model, nothing, B:sk-of-b B:sk-of-b",
    "nothing, fallback base B, nothing, A:sk-client B:sk-client",
    "nothing, key + fallback base B, nothing, A:sk-of-call B:sk-of-call",
    "nothing, fallback gateway B, nothing, A:sk-client B:sk-of-fallback",
    "nothing, key + fallback gateway B, nothing, A:sk-of-call B:sk-of-fallback",
    "nothing, gateway B + fallback base A, nothing, B:sk-of-b A:sk-of-b",
    "nothing, fallback gateway B + fallback model, nothing, A:sk-client B:sk-of-fallback B:sk-of-fallback",
    "nothing, nothing, to B, B:sk-client",
    "nothing, key, to B, B:sk-of-call",
    "nothing, nothing, to B with a key, B:sk-of-interceptor",
    "nothing, fallback base A, to B with a key, B:sk-of-interceptor A:sk-client",
    "nothing, fallback gateway B, to B with a key, B:sk-of-interceptor B:sk-of-fallback",
  })
  void eachGatewayGetsTheKeyThatIsMeantForIt(
      String view, String options, String interceptor, String keys) {
    refusing("A", gateway);
    try (MockGateway other = refusing("B", MockGateway.start())) {
      String a = gateway.apiBase();
      String b = other.apiBase();
      UnaryOperator<OutgoingCall> change = interceptor(interceptor, b);
      Gatewayz client =
          client(
                  builder ->
                      builder
                          .apiKey("sk-client")
                          .interceptor(
                              new Interceptor() {
                                @Override
                                public OutgoingCall request(OutgoingCall call) {
                                  return change.apply(call);
                                }
                              }))
              .with(options(view, a, b));
      CallOptions own = options(options, a, b);

      Throwable whole = catchThrowable(() -> client.complete(HELLO, own));
      List<String> ofWhole = List.copyOf(paid);
      paid.clear();
      Throwable streamed = Probe.all(client.with(own).stream(HELLO)).awaitFailure(Throwable.class);

      assertThat(ofWhole).containsExactly(keys.split(" "));
      assertThat(paid).containsExactly(keys.split(" "));
      for (Throwable error : List.of(whole, streamed)) {
        assertThat(error)
            .hasMessageContaining("busy with")
            .hasMessageNotContaining("sk-client")
            .hasMessageNotContaining("sk-of-");
      }
    }
  }

  /** Each call has the key of its time with all its requests, however old the stream is. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "intercepted", "view"})
  void aKeyThatChangesIsAskedForOnceForEachCall(String kind) {
    refusing("A", gateway);
    try (MockGateway other = refusing("B", MockGateway.start())) {
      AtomicInteger asked = new AtomicInteger();
      Gatewayz made =
          client(
              builder -> {
                builder.apiKey(() -> "sk-" + asked.incrementAndGet()).retries(Wire.promptly(1));
                return kind.equals("intercepted")
                    ? builder.interceptor(new Interceptor() {})
                    : builder;
              });
      Gatewayz client = kind.equals("view") ? made.with(CallOptions.NONE) : made;
      CallOptions options =
          CallOptions.builder()
              .fallback(Fallback.apiBase(other.apiBase()))
              .fallback(Fallback.gateway(other.apiBase(), "sk-of-fallback"))
              .build();
      AnswerStream<ChatChunk> stream = client.stream(HELLO, options);
      AnswerStream<ChatChunk> ofTenant =
          client.stream(HELLO, CallOptions.builder().apiKey("sk-own").build());

      assertThat(asked).hasValue(0);
      Probe.all(stream).awaitFailure(ApiException.class);
      assertThat(paidFor()).containsExactly("A:sk-1", "B:sk-1", "B:sk-of-fallback");
      assertThatThrownBy(() -> stream.blocking().toList()).isInstanceOf(ApiException.class);
      assertThat(paidFor()).containsExactly("A:sk-2", "B:sk-2", "B:sk-of-fallback");
      assertThatThrownBy(() -> client.complete(HELLO, options)).isInstanceOf(ApiException.class);
      assertThat(paidFor()).containsExactly("A:sk-3", "B:sk-3", "B:sk-of-fallback");
      Probe.all(ofTenant).awaitFailure(ApiException.class);
      assertThat(paidFor()).containsExactly("A:sk-own");
    }
  }

  /** Answers in one piece are published like others. */
  @Test
  void aKeyThatChangesIsAskedForAtEachSubscription() {
    refusing("A", gateway);
    AtomicInteger asked = new AtomicInteger();
    Gatewayz client = client(builder -> builder.apiKey(() -> "sk-" + asked.incrementAndGet()));
    Rendering hello = Asking.greeting("Tests.hello").render().raw(0);
    Flow.Publisher<String> answer = Prompts.of(client).publish(hello, AnswerType.TEXT);
    Flow.Publisher<Completion<String>> completion =
        Prompts.of(client)
            .publishCompletion(Asking.greeting("Tests.hello").render().raw(0), AnswerType.TEXT);

    assertThat(asked).hasValue(0);
    Probe.all(answer).awaitFailure(ApiException.class);
    assertThat(paidFor()).containsExactly("A:sk-1");
    Probe.all(answer).awaitFailure(ApiException.class);
    assertThat(paidFor()).containsExactly("A:sk-2");
    Probe.all(completion).awaitFailure(ApiException.class);
    assertThat(paidFor()).containsExactly("A:sk-3");
  }

  /** The keys that were sent since the last look, each of them once. */
  private List<String> paidFor() {
    List<String> seen = paid.stream().distinct().toList();
    paid.clear();
    return seen;
  }

  @Test
  void aKeyThatChangesIsNotSentUnencryptedByAStream() {
    Gatewayz client = client(builder -> builder.apiKey(() -> "sk-1"));
    CallOptions plain = CallOptions.builder().apiBase("http://example.org").build();

    assertThatThrownBy(() -> client.stream(HELLO, plain))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unencrypted");
  }

  /** The lists of models of a view come from where its calls go, with the same key. */
  @Test
  void theCatalogueIsAskedForWithTheSameKey() {
    try (MockGateway other = MockGateway.start()) {
      Gatewayz client = client(builder -> builder.apiKey("sk-client"));
      CallOptions there = CallOptions.builder().gateway(other.apiBase(), "sk-of-b").build();

      client.with(there).models();

      assertThat(other.takeRequest().header("authorization").orElse("none"))
          .doesNotContain("sk-client");
      assertThat(gateway.counters().requestsOpened()).isZero();
    }
  }
}
