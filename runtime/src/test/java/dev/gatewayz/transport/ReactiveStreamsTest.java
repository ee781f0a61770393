package dev.gatewayz.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.Prompts;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Sse;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** The test kit of Reactive Streams, on every publisher there is. */
class ReactiveStreamsTest {
  private static final Prompt PROMPT =
      Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"Hello\"}");

  private static MockGateway gateway;
  private static Gatewayz client;

  @BeforeAll
  static void start() {
    gateway = MockGateway.builder().keepRequests(1).start();
    client = Wire.H2C.client(gateway).build();
  }

  @AfterAll
  static void close() {
    client.close();
    gateway.close();
  }

  /** What all publishers have in common: the gateway answers with as many elements as asked for. */
  abstract static class Verification<E> extends FlowPublisherVerification<E> {
    Verification() {
      super(new TestEnvironment(2_000, 25, 20), 500);
    }

    @Override
    public Flow.Publisher<E> createFailedFlowPublisher() {
      // A call begins with the first request, so that nothing can have failed before.
      return null;
    }
  }

  /** {@code stream}: every chunk. */
  public static final class Chunks extends Verification<ChatChunk> {
    @Override
    public Flow.Publisher<ChatChunk> createFlowPublisher(long elements) {
      // The last element is the one that says that the model has finished.
      int texts = (int) Math.max(0, Math.min(elements, 100_000) - 1);
      gateway.respond(
          request ->
              Reply.stream(
                  Stream.concat(
                          Collections.nCopies(texts, Sse.text("x")).stream(),
                          Stream.of(Sse.finish() + Sse.done()))
                      .toArray(String[]::new)));
      return client.stream(Asking.ask("Hi"));
    }
  }

  /** A prompt that returns {@code Publisher<String>}. */
  public static final class Text extends Verification<String> {
    @Override
    public Flow.Publisher<String> createFlowPublisher(long elements) {
      int count = (int) Math.min(elements, 100_000);
      gateway.respond(request -> Reply.chunks(Collections.nCopies(count, "x")));
      return Prompts.of(client).text(PROMPT.render().raw(0));
    }
  }

  /** A prompt that returns a list, element by element. */
  public static final class Elements extends Verification<String> {
    @Override
    public Flow.Publisher<String> createFlowPublisher(long elements) {
      int count = (int) Math.min(elements, 100_000);
      List<String> deltas = new ArrayList<>(Collections.nCopies(count, ",\"x\""));
      if (count > 0) {
        deltas.set(0, "\"x\"");
      }
      deltas.add(0, "{\"value\":[");
      deltas.add("]}");
      gateway.respond(request -> Reply.chunks(deltas));
      return Prompts.of(client).elements(PROMPT.render().raw(0), AnswerType.of(JsonIn::string));
    }
  }

  @TestFactory
  Stream<DynamicTest> chunks() {
    return results(Chunks.class);
  }

  @TestFactory
  Stream<DynamicTest> text() {
    return results(Text.class);
  }

  @TestFactory
  Stream<DynamicTest> elements() {
    return results(Elements.class);
  }

  private static Stream<DynamicTest> results(Class<?> verification) {
    TestListenerAdapter results = new TestListenerAdapter();
    TestNG kit = new TestNG(false);
    kit.setTestClasses(new Class<?>[] {verification});
    kit.addListener(results);
    kit.setVerbose(0);
    kit.run();
    List<ITestResult> all = new ArrayList<>(results.getPassedTests());
    all.addAll(results.getFailedTests());
    all.addAll(results.getConfigurationFailures());
    assertThat(all).hasSizeGreaterThan(20);
    return all.stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.getName(),
                    () -> {
                      if (result.getThrowable() != null) {
                        throw new AssertionError(result.getName(), result.getThrowable());
                      }
                    }));
  }
}
