package dev.gatewayz.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.PromptOverrides;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application gets its clients, and its prompts, from properties alone. */
class GatewayzAutoConfigurationTest {
  /** Kept, for the JVM forgets loggers that nobody holds: failed starts are expected here. */
  private static final Logger SPRING = Logger.getLogger("org.springframework");

  static {
    SPRING.setLevel(Level.SEVERE);
  }

  private static final ChatRequest HELLO =
      ChatRequest.builder().model("gatewayz/e/f").user("Hello").build();

  @TempDir Path folder;

  private final MockGateway gateway = MockGateway.start();
  private final MockGateway other = MockGateway.start();

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  GatewayzAutoConfiguration.class, GatewayzHealthAutoConfiguration.class))
          .withBean(Oracle.Weather.class, () -> new Oracle.Weather("sunny"))
          .withPropertyValues(
              "gatewayz.api-key=sk-test-0123456789", "gatewayz.api-base=" + gateway.apiBase());

  @AfterEach
  void close() {
    gateway.close();
    other.close();
  }

  private static Object json(RecordedRequest request, String pointer) {
    return request.json(pointer).orElse("none");
  }

  @Test
  void promptInterfacesAreBeans() {
    gateway.reply(Reply.text("old pond"));
    application.run(
        context -> {
          assertThat(context.getBean(Rhymes.class).write("frogs")).isEqualTo("old pond");
          assertThat(gateway.takeRequest().header("authorization"))
              .contains("Bearer sk-test-0123456789");
        });
  }

  @Test
  void namesThatAreTakenAreSaidInFull() {
    application
        .withBean("poems", String.class, () -> "of the application")
        .run(
            context ->
                assertThat(context)
                    .hasBean("oracle")
                    .hasBean(Poems.class.getName())
                    .hasBean("rhymes"));
  }

  @Test
  void toolsAreBeans() {
    gateway.reply(Reply.toolCalls(new FunctionCall("today", "{}")), Reply.text("Sunny."));
    application.run(
        context -> {
          assertThat(context.getBean(Oracle.class).ask("Weather?")).isEqualTo("Sunny.");
          assertThat(gateway.requests().get(1).bodyText()).contains("sunny");
        });
  }

  @Test
  void modelAndOptionsComeFromProperties() {
    gateway.reply(Reply.text("1"), Reply.text("2"), Reply.text("3"));
    application
        .withPropertyValues(
            "gatewayz.options.seed=7",
            "gatewayz.prompts.rhymes.model=gatewayz/a/b",
            "gatewayz.prompts[Rhymes.rate].model=gatewayz/c/d",
            "gatewayz.prompts[Rhymes.rate].temperature=0.25")
        .run(
            context -> {
              context.getBean(Rhymes.class).write("frogs");
              context.getBean(Rhymes.class).rate("old pond");
              context.getBean(Gatewayz.class).complete(HELLO);
            });
    assertThat(gateway.requests())
        .extracting(r -> json(r, "/model"))
        .containsExactly("a/b", "c/d", "e/f");
    assertThat(gateway.requests().get(1).bodyText()).contains("\"temperature\":0.25");
    assertThat(gateway.requests()).extracting(r -> json(r, "/seed").toString()).containsOnly("7");
  }

  @Test
  void severalGatewaysStandBesideEachOther() {
    other.reply(Reply.text("elsewhere"), Reply.text("by name"));
    gateway.reply(Reply.text("here"));
    application
        .withPropertyValues(
            "gatewayz.gateways.eu.api-key=sk-eu-0123456789",
            "gatewayz.gateways.eu.api-base=" + other.apiBase(),
            "gatewayz.gateways.eu.prompts.rhymes.seed=3")
        .run(
            context -> {
              assertThat(context.getBean(Rhymes.class).write("frogs")).isEqualTo("elsewhere");
              assertThat(context.getBean("eu", Gatewayz.class).complete(HELLO).text())
                  .isEqualTo("by name");
              assertThat(context.getBean(Gatewayz.class).complete(HELLO).text()).isEqualTo("here");
            });
  }

  @Test
  void aBeanOfTheApplicationTakesThePlaceOfTheClient() {
    other.reply(Reply.text("elsewhere"));
    application
        .withBean(
            Gatewayz.class,
            () -> Gatewayz.builder().apiKey("sk-own-0123456789").apiBase(other.apiBase()).build())
        .run(
            context ->
                assertThat(context.getBean(Rhymes.class).write("frogs")).isEqualTo("elsewhere"));
  }

  @Test
  void listenersAndCustomizersArePickedUp() {
    List<CallEvent> events = new CopyOnWriteArrayList<>();
    gateway.reply(Reply.text("1"));
    application
        .withBean(GatewayzListener.class, () -> events::add)
        .withBean(
            GatewayzBuilderCustomizer.class,
            () -> (name, builder) -> builder.header("x-team", "poets"))
        .run(context -> context.getBean(Rhymes.class).write("frogs"));
    assertThat(events).last().isInstanceOf(CallEvent.Finished.class);
    assertThat(gateway.takeRequest().header("x-team")).contains("poets");
  }

  @Test
  void callsAreMetered() {
    gateway.reply(Reply.text("1"));
    application
        .withUserConfiguration(Registry.class)
        .run(
            context -> {
              context.getBean(Rhymes.class).write("frogs");
              assertThat(
                      context
                          .getBean(MeterRegistry.class)
                          .get("gen_ai.client.operation.duration")
                          .timer()
                          .count())
                  .isEqualTo(1);
            });
  }

  @Test
  void healthIsTheGateways() {
    application.run(
        context -> {
          GatewayzHealth health = GatewayzHealth.of(context.getBean(Gatewayz.class));
          assertThat(health.isUp()).isTrue();
          assertThat(health.details()).containsEntry("status", "healthy");
          assertThat(context).hasBean("gatewayzHealthIndicator");
        });
  }

  @Test
  void aspectsCanWrapPrompts() {
    gateway.reply(Reply.text("old pond"));
    application
        .withUserConfiguration(Shouting.class)
        .run(
            context ->
                assertThat(context.getBean(Rhymes.class).write("frogs")).isEqualTo("OLD POND"));
  }

  @Test
  void templatesCanBeReplacedByAFile() throws IOException {
    gateway.reply(Reply.text("1"));
    Path file = overrides("dev.gatewayz.spring.Rhymes.write", "A limerick on {{topic}}!");
    application
        .withPropertyValues("gatewayz.prompt-overrides=" + file)
        .run(context -> context.getBean(Rhymes.class).write("frogs"));
    assertThat(gateway.takeRequest().prompt()).isEqualTo("A limerick on frogs!");
  }

  @Test
  void wrongOverridesFailTheStart() throws IOException {
    Path cut = folder.resolve("cut.txt");
    Files.writeString(cut, "@@ prompt dev.gatewayz.spring.Rhymes.write\n@@ user\nHello\n");
    assertFails(cut, "prompt-overrides is " + cut + ". cut.txt is not whole");
    assertFails(folder.resolve("none.txt"), "It must be a file that can be read");
    assertFails(folder, "It must be a file that can be read");
    assertFails(
        overrides("dev.gatewayz.spring.Rhymes.write", "On {{topci}}"),
        "[GZ2001] No parameter named \"topci\" for {{topci}}. Did you mean \"topic\"?");
    assertFails(
        overrides("dev.gatewayz.spring.Rhymes.wirte", "x"),
        "the prompt dev.gatewayz.spring.Rhymes.wirte, which does not exist");
    assertFails(
        overrides("dev.gatewayz.Rhymes.write", "x"),
        "The properties gatewayz.* make no client: prompt-overrides has templates for"
            + " dev.gatewayz.Rhymes.write, and no interface");
  }

  private Path overrides(String prompt, String template) throws IOException {
    Path file = folder.resolve("prompts.txt");
    return Files.writeString(file, PromptOverrides.of(Map.of(prompt, template)).toText());
  }

  private void assertFails(Path file, String said) {
    application
        .withPropertyValues("gatewayz.prompt-overrides=" + file)
        .run(
            context -> {
              assertThat(context).as(said).hasFailed();
              assertThat(reasons(context.getStartupFailure())).contains(said);
            });
  }

  @Test
  void optionsThatAreSaidTwiceFailTheStart() {
    application
        .withPropertyValues(
            "gatewayz.prompts[Rhymes.rate].model=gatewayz/c/d",
            "gatewayz.prompts[dev.gatewayz.spring.Rhymes.rate].temperature=0.25")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("dev.gatewayz.spring.Rhymes.rate"));
  }

  @Test
  void wrongPropertiesFailTheStartAndSayWhy() {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("gatewayz.api-bse=http://x", "api-bse"),
            Map.entry("gatewayz.options.temprature=1", "temprature"),
            Map.entry("gatewayz.connection.deadlines.total=1s", "deadlines"),
            Map.entry("gatewayz.gateways.eu.api-kee=x", "api-kee"),
            Map.entry("gatewayz.prompts.rhymes.deadlines.totl=1s", "totl"),
            Map.entry("gatewayz.api-base=ftp://x", "ftp://x"),
            Map.entry("gatewayz.api-base=no url", "no url"),
            Map.entry("gatewayz.api-key=", "API key"),
            Map.entry("gatewayz.options.temperature=7", "options.temperature is 7.0. "),
            Map.entry("gatewayz.options.temperature=warm", "warm"),
            Map.entry("gatewayz.options.max-tokens=-1", "options.max-tokens is -1. "),
            Map.entry("gatewayz.options.deadlines.total=soon", "soon"),
            Map.entry("gatewayz.options.deadlines.total=-3s", "total"),
            Map.entry("gatewayz.options.model=gpt-4o", "gpt-4o"),
            Map.entry("gatewayz.connection.max-http2=0", "0"),
            Map.entry("gatewayz.prompts.rhyme.seed=1", "dev.gatewayz.spring.Rhymes"),
            Map.entry("gatewayz.prompts[Rhymes.rte].seed=1", "dev.gatewayz.spring.Rhymes.rte"),
            Map.entry("gatewayz.gateways.eu.prompts.rhyme.seed=1", "dev.gatewayz.spring.Rhymes"),
            Map.entry("gatewayz.limits.max-waiting-calls=3", "max-concurrent-calls"),
            Map.entry(
                "gatewayz.limits.max-concurrent-calls=-1", "limits.max-concurrent-calls is -1. "),
            Map.entry("gatewayz.limits.call-rate=0", "0"),
            Map.entry("gatewayz.prices[gatewayz/a/b].prompt=cheap", "cheap"),
            Map.entry("gatewayz.budgets[0].name=day", "calls, tokens and cost"));
    wrong.forEach(
        (property, said) ->
            application
                .withPropertyValues(property)
                .run(
                    context -> {
                      assertThat(context).as(property).hasFailed();
                      assertThat(reasons(context.getStartupFailure()))
                          .as(property)
                          .contains("gatewayz")
                          .contains(said);
                    }));
  }

  /** What the failure and all its causes say. */
  private static String reasons(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatEndsBeforeTheApplicationCanStillCall() {
    gateway.reply(Reply.text("last request"), Reply.text("last word"));
    Said said = new Said(new CopyOnWriteArrayList<>());
    application
        .withBean(Said.class, () -> said)
        .withUserConfiguration(Ending.class)
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(said.words()).containsExactly("last request", "last word");
  }

  @Test
  void nothingOfTheClientIsLeftWhenTheApplicationStops() {
    gateway.reply(Reply.text("1"));
    application.run(context -> context.getBean(Rhymes.class).write("frogs"));
    assertThat(gateway.awaitCounters(counters -> counters.connectionsOpen() == 0).connectionsOpen())
        .isZero();
  }

  @Configuration(proxyBeanMethods = false)
  static class Registry {

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Shouting {

    @Bean
    static BeanNameAutoProxyCreator proxies() {
      BeanNameAutoProxyCreator proxies = new BeanNameAutoProxyCreator();
      proxies.setBeanNames("*hymes");
      proxies.setInterceptorNames("loud");
      proxies.setProxyTargetClass(true);
      return proxies;
    }

    @Bean
    static MethodInterceptor loud() {
      return invocation -> String.valueOf(invocation.proceed()).toUpperCase(Locale.ROOT);
    }
  }

  /** Ends as a web server does, whose requests go on while the application stops, and as a bean. */
  record Said(List<String> words) {}

  @Configuration(proxyBeanMethods = false)
  static class Ending {

    @Bean
    SmartLifecycle server(ObjectProvider<Rhymes> rhymes, Said said) {
      return new SmartLifecycle() {
        private boolean running;

        @Override
        public void start() {
          running = true;
        }

        @Override
        public void stop() {
          running = false;
          said.words().add(rhymes.getObject().write("the end"));
        }

        @Override
        public boolean isRunning() {
          return running;
        }
      };
    }

    @Bean
    DisposableBean lastWord(Rhymes rhymes, Said said) {
      return () -> said.words().add(rhymes.write("nothing"));
    }
  }
}
