package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Completion;
import dev.gatewayz.error.AnswerFormatException;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers arrive as the types of reactive libraries, each subscription with a call of its own. */
class AdaptersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BRIEF = "{\"title\":\"t\"}";
  private static final String BRIEFS = "{\"value\":[{\"title\":\"a\"},{\"title\":\"b\"}]}";

  private static RecordingGateway gateway;
  private static Generated client;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
    Compilation compilation = Compilation.javac(Fixtures.read(Fixtures.file("good/Adapters.java")));
    client = Generated.of(compilation, "fixtures.GatewayzAdapters", gateway.gatewayz());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void oneAnswerFitsMonoUniAndSingle() {
    gateway.answer(BRIEF);
    assertThat(((Mono<?>) client.call("mono")).block(PATIENCE)).hasToString("Brief[title=t]");
    assertThat(((Uni<?>) client.call("uni")).await().atMost(PATIENCE))
        .hasToString("Brief[title=t]");
    assertThat(((Single<?>) client.call("single")).blockingGet()).hasToString("Brief[title=t]");
    Object whole = ((Mono<?>) client.call("completion")).block(PATIENCE);
    assertThat(((Completion<?>) whole).value()).isEqualTo(BRIEF);
  }

  @Test
  void elementsFitMultiAndFlowable() {
    gateway.answer(BRIEFS);
    assertThat(((Multi<?>) client.call("multi")).collect().asList().await().atMost(PATIENCE))
        .hasToString("[Brief[title=a], Brief[title=b]]");
    assertThat(((Flowable<?>) client.call("flowable")).toList().blockingGet())
        .hasToString("[Brief[title=a], Brief[title=b]]");
  }

  @Test
  void textFitsFlux() {
    gateway.answer("Yes.");
    assertThat(((Flux<?>) client.call("flux")).collectList().block(PATIENCE)).hasToString("[Yes.]");
  }

  @Test
  void nothingIsSentBeforeSomebodySubscribesAndEachSubscriberMakesACall() {
    gateway.forget();
    gateway.answer(BRIEF);
    Mono<?> mono = (Mono<?>) client.call("mono");
    assertThat(gateway.requests()).isZero();
    mono.block(PATIENCE);
    mono.block(PATIENCE);
    assertThat(gateway.requests()).isEqualTo(2);
  }

  @Test
  void failuresAreSignalled() {
    gateway.answer("[]");
    assertThatThrownBy(() -> ((Mono<?>) client.call("mono")).block(PATIENCE))
        .isInstanceOf(AnswerFormatException.class);
    assertThatThrownBy(() -> ((Single<?>) client.call("single")).blockingGet())
        .isInstanceOf(AnswerFormatException.class);
  }
}
