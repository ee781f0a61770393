package dev.gatewayz.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.spring.test.AutoConfigureMockGateway;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What an application with caches, observations and a second gateway sees of its prompts. */
@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = ApplicationTest.Application.class)
@TestPropertySource(properties = "gatewayz.gateways.eu.options.seed=3")
@AutoConfigureMockGateway
class ApplicationTest {
  private static final Logger SPRING = Logger.getLogger("org.springframework");

  static {
    SPRING.setLevel(Level.SEVERE);
  }

  @Autowired private MockGateway gateway;
  @Autowired private Poems poems;
  @Autowired private Gatewayz client;
  @Autowired private ObservationRegistry observations;
  @Autowired private Seen seen;

  @Qualifier("eu") @Autowired
  private Gatewayz european;

  @BeforeEach
  void forgetWhatWasSeen() {
    seen.ended.clear();
  }

  @Test
  void answersAreCachedWhereThePromptSaysSo() {
    gateway.reply(Reply.text("old pond"));
    assertThat(poems.write("frogs")).isEqualTo("old pond");
    assertThat(poems.write("frogs")).isEqualTo("old pond");
    assertThat(gateway.requests()).hasSize(1);
  }

  @Test
  void severalGatewaysAreToldApartByQualifiers() {
    ChatRequest hello = ChatRequest.builder().model("gatewayz/a/b").user("Hello").build();
    gateway.reply(Reply.text("1"), Reply.text("2"));
    client.complete(hello);
    european.complete(hello);
    assertThat(gateway.requests().get(0).json("/seed")).isEmpty();
    assertThat(gateway.requests().get(1).json("/seed").map(Object::toString)).contains("3");
  }

  @Test
  void callsAreObservedWithinWhatGoesOn() {
    gateway.reply(Reply.text("1"));
    Observation around = Observation.start("request", observations);
    around.scoped(() -> poems.name("frogs"));
    around.stop();
    Observation.Context call = seen.one("gen_ai.client.operation");
    assertThat(call.getParentObservation()).isSameAs(around);
    assertThat(call.getContextualName()).isEqualTo("chat gatewayz/openai/gpt-4o-mini");
    assertThat(call.getLowCardinalityKeyValue("gen_ai.prompt.name").getValue())
        .isEqualTo("dev.gatewayz.spring.Poems.name");
    assertThat(call.getHighCardinalityKeyValue("gen_ai.usage.output_tokens").getValue())
        .matches("[1-9]\\d*");
    assertThat(call.getError()).isNull();
    assertThat(gateway.takeRequest().header("traceparent")).contains("00-1-1-01");
  }

  @Test
  void failuresAreObserved() {
    gateway.reply(Reply.status(401));
    assertThatThrownBy(() -> poems.name("frogs")).isInstanceOf(GatewayzException.class);
    Observation.Context call = seen.one("gen_ai.client.operation");
    assertThat(call.getError()).isInstanceOf(GatewayzException.class);
    assertThat(call.getLowCardinalityKeyValue("error.type").getValue())
        .isEqualTo(call.getError().getClass().getSimpleName());
  }

  /** All that has ended, and a tracer that marks what is sent. */
  static final class Seen implements ObservationHandler<Observation.Context> {
    private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();

    @Override
    public void onStart(Observation.Context context) {
      if (context instanceof SenderContext<?> sender) {
        send(sender);
      }
    }

    private static <C> void send(SenderContext<C> context) {
      context.getSetter().set(context.getCarrier(), "traceparent", "00-1-1-01");
    }

    @Override
    public void onStop(Observation.Context context) {
      ended.add(context);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    private Observation.Context one(String name) {
      List<Observation.Context> found =
          ended.stream().filter(context -> context.getName().equals(name)).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableCaching
  @ImportAutoConfiguration(GatewayzAutoConfiguration.class)
  static class Application {

    @Bean
    CacheManager caches() {
      return new ConcurrentMapCacheManager("poems");
    }

    @Bean
    Seen seen() {
      return new Seen();
    }

    @Bean
    ObservationRegistry observations(Seen seen) {
      ObservationRegistry registry = ObservationRegistry.create();
      registry.observationConfig().observationHandler(seen);
      return registry;
    }

    @Bean
    Oracle.Weather weather() {
      return new Oracle.Weather("sunny");
    }
  }
}
