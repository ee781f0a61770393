package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.PromptOverrides;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.usage.UsageRow;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that take the place of compiled ones, from the map or file to the request. */
class OverridesRunTest {
  private static final String WRITE = "app.Desk.write";

  private static RecordingGateway gateway;
  private static ClassLoader loader;
  private static String source;

  @TempDir Path folder;
  private final List<Gatewayz> clients = new ArrayList<>();
  private final List<CallSubject> seen = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void compile() throws IOException {
    gateway = new RecordingGateway();
    source = Fixtures.read(Fixtures.file("overrides/Desk.java"));
    Compilation compilation =
        new Compilation.Setup().options("-Agatewayz.overrides=true").compile(source);
    assertThat(compilation.success()).as(compilation.log()).isTrue();
    loader = compilation.load();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.forget();
  }

  @AfterEach
  void close() {
    clients.forEach(Gatewayz::close);
  }

  private Gatewayz client(PromptOverrides overrides) {
    Gatewayz client =
        Gatewayz.builder()
            .apiKey("test")
            .apiBase(gateway.apiBase())
            .promptOverrides(overrides)
            .listener(
                event -> {
                  if (event instanceof CallEvent.Finished finished) {
                    seen.add(finished.call());
                  }
                })
            .build();
    clients.add(client);
    return client;
  }

  /** Calls a method of {@code Caller}, and returns the request that was sent. */
  private static String call(Gatewayz client, String name) {
    try {
      Method method =
          Class.forName("app.Desk$Caller", true, loader)
              .getDeclaredMethod(name, Class.forName("app.Desk", true, loader));
      method.invoke(null, desk(client));
      return gateway.request();
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object desk(Gatewayz client) {
    try {
      return client.create(Class.forName("app.Desk", true, loader));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The number of a fence is another each time. */
  private static String fixed(String request) {
    return request.replaceAll("untrusted:[0-9a-f]+", "untrusted:0");
  }

  private static PromptOverrides user(String id, String template) {
    return PromptOverrides.of(Map.of(id, template));
  }

  @Test
  void theSameTemplatesMakeTheSameRequest() {
    Map<String, String> same = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    Matcher prompts =
        Pattern.compile("value = \"\"\"\n(.*?)\"\"\".*?\n {2}String (\\w+)\\(", Pattern.DOTALL)
            .matcher(source);
    while (prompts.find()) {
      same.put("app.Desk." + prompts.group(2), prompts.group(1).stripIndent());
      names.add(prompts.group(2));
    }
    assertThat(names).hasSizeGreaterThan(10);
    Gatewayz overriding = client(PromptOverrides.of(same));
    for (String name : names) {
      String compiled = fixed(call(gateway.gatewayz(), name));
      assertThat(fixed(call(overriding, name))).as(name).isEqualTo(compiled);
    }
    assertThat(seen).allMatch(CallSubject::promptOverridden);
  }

  @Test
  void anotherTemplateIsSentInPlaceOfTheCompiledOne() {
    Gatewayz client =
        client(
            PromptOverrides.of(
                Map.of(WRITE, "A limerick on {{topic}}!", WRITE + "/system", "You rhyme.")));
    String request = call(client, "write");
    assertThat(JsonTree.content(request, 0)).isEqualTo("You rhyme.");
    assertThat(JsonTree.content(request, 1)).isEqualTo("A limerick on \"autumn\"!");
    assertThat(JsonTree.content(call(client, "writeTwice"), 0)).startsWith("Write");
    assertThat(client.unclaimedOverrides()).isEmpty();
  }

  @Test
  void untrustedTextStaysFenced() {
    Gatewayz client = client(user("app.Desk.judge", "What of {{mail}}?"));
    assertThat(fixed(call(client, "judge")))
        .contains("What of <untrusted:0>\\nHi\\n</untrusted:0>?");
  }

  @Test
  void eventsUsageAndTagsSayWhatWasSent() {
    Gatewayz client = client(user(WRITE, "A limerick on {{topic}}!"));
    call(client, "write");
    call(client, "writeTwice");
    CallSubject other = seen.get(0);
    assertThat(other.promptId()).isEqualTo(WRITE);
    assertThat(other.promptOverridden()).isTrue();
    assertThat(other.promptHash()).hasSize(16);
    assertThat(seen.get(1).promptOverridden()).isFalse();
    call(gateway.gatewayz(), "write");
    List<UsageRow> rows = client.usageTracker().snapshot().rows();
    assertThat(rows)
        .filteredOn(row -> row.promptId().equals(WRITE))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.tags())
                    .containsOnly(Map.entry("promptOverride", other.promptHash())));
    call(client(user(WRITE, "A limerick about {{topic}}!")), "write");
    assertThat(seen.get(2).promptHash()).isNotEqualTo(other.promptHash());
  }

  @Test
  void mistakesAreThoseOfTheCompiler() {
    Gatewayz client =
        client(
            PromptOverrides.of(
                Map.of(
                    WRITE,
                    "On\n{{topci}}",
                    "app.Desk.address",
                    "To {{customer.nmae}} {{customer}}",
                    "app.Desk.judge/system",
                    "Mind {{mail}}")));
    assertThatThrownBy(() -> desk(client))
        .hasMessageContaining("The override of the prompt")
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(mistake(user(WRITE, "On\n{{topci}}")))
        .isEqualTo(
            """
            The override of the prompt app.Desk.write has mistakes.
            override, user: [GZ2001] No parameter named "topci" for {{topci}}. Did you mean "topic"?
              override 2:1 | {{topci}}
                           | ^^^^^^^^^
              parameters: topic""");
    assertThat(mistake(user("app.Desk.address", "{{customer.nmae}}, {{customer}}")))
        .contains("[GZ2002] \"customer\" is Customer, which has no property \"nmae\". Did you mean")
        .contains("[GZ2011] {{customer}} is Customer, which has no text of its own.");
    assertThat(mistake(PromptOverrides.of(Map.of("app.Desk.judge/system", "Mind {{mail}}"))))
        .contains("override, system: [GZ3005] The untrusted parameter \"mail\" must not stand");
  }

  /** Before there is a client, and so before an application that is built of them starts. */
  @Test
  void whatIsNoTemplateForAnyPromptIsRefusedAtOnce() {
    assertThatThrownBy(() -> user(WRITE, "On\n{{#topic}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            The override of the prompt app.Desk.write has mistakes.
            override, user: [GZ2006] The section {{#topic}} is never closed. Close it with {{/topic}}.
              override 2:1 | {{#topic}}
                           | ^^^^^^^^^^""");
    assertThatThrownBy(() -> user(WRITE + "/system", " "))
        .hasMessageContaining("override, system: [GZ2004] The template is blank.");
  }

  private String mistake(PromptOverrides overrides) {
    Gatewayz client = client(overrides);
    try {
      desk(client);
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
    throw new AssertionError("No mistake was found.");
  }

  @Test
  void unknownPromptsAreNamed() {
    assertThat(mistake(user("app.Desk.wirte", "x")))
        .contains("override for the prompt app.Desk.wirte, which does not exist")
        .contains("app.Desk.write");
    Gatewayz client = client(user("app.Desks.write", "x"));
    desk(client);
    assertThat(client.unclaimedOverrides()).containsExactly("app.Desks.write");
  }

  @Test
  void whatWasCompiledWithoutTheOptionSaysSo() throws ReflectiveOperationException {
    Compilation plain = Compilation.javac(source);
    assertThat(plain.sources().get("app/GatewayzDesk.java"))
        .doesNotContain("Overridable", "isCompiled");
    ClassLoader other = plain.load();
    Class<?> desk = Class.forName("app.Desk", true, other);
    Gatewayz client = client(user(WRITE, "On {{topic}}"));
    assertThatThrownBy(() -> client.create(desk))
        .hasMessageContaining("app.Desk was compiled without overrides")
        .hasMessageContaining("-Agatewayz.overrides=true");
    gateway.gatewayz().create(desk);
  }

  @Test
  void aFileIsReadBackAndNeverInPart() throws IOException {
    Path file = folder.resolve("prompts.txt");
    PromptOverrides written =
        PromptOverrides.of(Map.of(WRITE, "@@ on\n{{topci}}", WRITE + "/system", "Rhyme."))
            .share(WRITE, 1);
    Files.writeString(file, written.toText());
    assertThat(PromptOverrides.file(file).toText()).isEqualTo(written.toText());
    assertThat(mistake(PromptOverrides.file(file)))
        .contains("prompts.txt, user: [GZ2001]", "prompts.txt 6:1 | {{topci}}");
    List<String> lines = written.toText().lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      Files.writeString(file, String.join("\n", lines.subList(0, i)));
      assertThatThrownBy(() -> PromptOverrides.file(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("prompts.txt");
    }
    Files.writeString(file, written.toText().replace("Rhyme.\n", ""));
    assertThatThrownBy(() -> PromptOverrides.file(file))
        .hasMessageContaining("has changed, or lost lines")
        .hasMessageContaining("write \"@@ end 1 ");
    Files.writeString(file, "@@ prompt a share 2\n");
    assertThatThrownBy(() -> PromptOverrides.file(file))
        .hasMessage("prompts.txt:1: The share 2 is no number from 0 to 1.");
    Files.writeString(file, "Hello\n");
    assertThatThrownBy(() -> PromptOverrides.file(file))
        .hasMessageContaining("prompts.txt:1: This line belongs to no template.");
  }

  @Test
  void aShareIsDecidedByTheKeyAlone() {
    PromptOverrides half = user(WRITE, "Other {{topic}}").share(0.3);
    List<Boolean> first = sides(half);
    assertThat(sides(user(WRITE, "Yet another {{topic}}").share(0.3))).isEqualTo(first);
    assertThat(first.stream().filter(taken -> taken).count()).isBetween(5L, 30L);
    assertThat(sides(half.share(0.8)).stream().filter(taken -> taken).count())
        .isGreaterThan(first.stream().filter(taken -> taken).count());
    assertThat(sides(half.share(0))).doesNotContain(true);
  }

  /** For each of 60 users, whether a call takes the override. */
  private List<Boolean> sides(PromptOverrides overrides) {
    Gatewayz client = client(overrides);
    List<Boolean> sides = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Gatewayz view = client.with(CallOptions.builder().experimentKey("user-" + i).build());
      String request = call(view, "write");
      assertThat(call(view, "write")).isEqualTo(request);
      sides.add(!request.contains("Write about"));
    }
    return sides;
  }

  @Test
  void withoutAKeyTheSeedDecides() {
    PromptOverrides half = user(WRITE, "Other {{topic}}").share(0.5).seed(7);
    List<Boolean> first = drawn(half);
    assertThat(drawn(half)).isEqualTo(first);
    assertThat(first).contains(true, false);
    assertThat(drawn(half.seed(8))).isNotEqualTo(first);
  }

  private List<Boolean> drawn(PromptOverrides overrides) {
    Gatewayz client = client(overrides);
    List<Boolean> sides = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      sides.add(!call(client, "write").contains("Write about"));
    }
    return sides;
  }
}
