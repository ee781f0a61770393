package dev.gatewayz.sample;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.processor.GatewayzProcessor;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each recipe of the guide compiles without a warning, runs as it stands, and does what it says.
 */
class RecipesTest {
  private static final Pattern PART = Pattern.compile("(?m)^### (.+)$|```java\n([^`]+)```");
  private static final Pattern TYPE = Pattern.compile("@GatewayzClient.*\npublic interface (\\w+)");
  private static final Pattern OWN_CLIENT =
      Pattern.compile("(?m)^Gatewayz (\\w+) =\\s+Gatewayz\\.builder");

  private static final String IMPORTS =
      """
      package recipes;
      import dev.gatewayz.*;
      import dev.gatewayz.Deadlines;
      import dev.gatewayz.annotation.*;
      import dev.gatewayz.chat.*;
      import dev.gatewayz.error.*;
      import dev.gatewayz.gateway.*;
      import dev.gatewayz.intercept.*;
      import dev.gatewayz.observe.*;
      import dev.gatewayz.testkit.*;
      import dev.gatewayz.testkit.fake.*;
      import dev.gatewayz.usage.*;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.Stream;
      """;

  /** What recipes speak of without showing it. */
  private static final String GIVEN =
      """
      public abstract class Given implements Callable<Object> {
        public Gatewayz gatewayz;
        public MockGateway server;
        Executor executor = Runnable::run;
        Consumer<String> database = text -> System.out.println("stored: " + text);
        Map<String, String> store = new HashMap<>(Map.of("42",
            "[{\\"role\\":\\"user\\",\\"content\\":\\"Where is my parcel?\\"},"
                + "{\\"role\\":\\"assistant\\",\\"content\\":\\"It is on its way.\\"}]"));
        Supplier<String> secrets = () -> "gw_live_0123456789abcdef";
        String forecast(String json) { return "rain, " + json; }
      }
      """;

  private static final String ON_ITS_WAY = "It is on its way.";

  private static final String CASSETTE =
      """
      gatewayz-cassette 1

      test support

      call POST /v1/chat/completions
        : {
        :   "messages": [
        :     {
        :       "content": "Answer the customer: Where is my parcel?",
        :       "role": "user"
        :     }
        :   ],
        :   "model": "openai/gpt-4o-mini"
        : }
      answer 200 after 3 ms
        content-type: application/json
        : {
        :   "choices": [
        :     {
        :       "message": {
        :         "content": "It is on the tape."
        :       },
        :       "finish_reason": "stop"
        :     }
        :   ]
        : }

      end
      """;

  private static final Map<String, String> SETTINGS = new LinkedHashMap<>();

  @TempDir static Path folder;
  private static MockGateway server;
  private static Gatewayz client;

  /**
   * What a recipe is run with, and what comes of it.
   *
   * @param shows code behind that of the recipe, which prints what the recipe has in variables
   * @param prints what is printed, in this order
   * @param replies of the gateway
   */
  private record Run(String shows, List<String> prints, Reply... replies) {}

  /** By title; a second block of one recipe has a number. */
  private static Map<String, Run> runs() {
    Map<String, Run> runs = new LinkedHashMap<>();
    Reply reply = Reply.text(ON_ITS_WAY);
    List<String> answer = List.of(ON_ITS_WAY);
    String ask = "System.out.println(%s.create(Support.class).answer(\"Hi\"));";
    runs.put("Make the first call", new Run("", answer, reply));
    runs.put(
        "Call without an interface",
        new Run("System.out.println(hello);", List.of("Hello."), Reply.text("Hello.")));
    runs.put(
        "Read what has no accessor, or a header",
        new Run(
            "System.out.println(tier + server);",
            List.of("\"flex\"eu-1"),
            Reply.json(
                    """
                    {"choices":[{"message":{"content":"."},"finish_reason":"stop"}],
                     "service_tier":"flex"}""")
                .header("x-served-by", "eu-1")));
    runs.put(
        "Remember a conversation",
        new Run(
            "System.out.println(conversation.messages().size());",
            List.of(ON_ITS_WAY, "Tomorrow.", "4"),
            reply,
            Reply.text("Tomorrow.")));
    runs.put(
        "Keep a conversation in a store",
        new Run(
            "System.out.println(super.server.takeRequest().json(\"/messages/1/content\") + store.get(\"42\"));",
            List.of("Tomorrow.", ON_ITS_WAY, "Where is my parcel?", "And when", "Tomorrow."),
            Reply.text("Tomorrow.")));
    runs.put(
        "Get a record",
        new Run(
            "",
            List.of("A new kettle, anger 4"),
            Reply.text("{\"wish\":\"A new kettle\",\"anger\":4}")));
    runs.put(
        "Send an image and a PDF",
        new Run(
            "System.out.println(odd + super.server.takeRequest().json(\"/messages/0/content\"));",
            List.of("Nothing.", "image_url", "file"),
            Reply.text("Nothing.")));
    runs.put("Go on in a database", new Run("", List.of("stored: " + ON_ITS_WAY), reply));
    runs.put(
        "Stream text",
        new Run(
            "", List.of(ON_ITS_WAY, "STOP"), Reply.chunks("It is ", "on its way.").usage(5, 6)));
    runs.put(
        "Stream text to a thread that blocks",
        new Run("", answer, Reply.chunks("It is ", "on its way.")));
    runs.put(
        "Stream, then see the tool calls",
        new Run(
            "System.out.println(calls.get(0).name());",
            List.of("forecast"),
            Reply.toolCalls(new FunctionCall("forecast", "{}"))));
    runs.put(
        "Handle each element of a list as soon as it is whole",
        new Run(
            "",
            List.of("Product[name=kettle", "Product[name=toaster", "4711-B"),
            Reply.chunks(
                "{\"value\":[{\"name\":\"kettle\",\"serialNumber\":null},",
                "{\"name\":\"toaster\",\"serialNumber\":\"4711-B\"}]}")));
    runs.put(
        "Let the model call your code",
        new Run(
            "System.out.println(dress);",
            List.of("A coat."),
            Reply.toolCalls(new FunctionCall("today", "{\"city\":\"Oslo, Norway\"}")),
            Reply.text("A coat.")));
    runs.put(
        "Run the tools yourself",
        new Run(
            "System.out.println(super.server.requests().get(1).json(\"/messages/2/content\"));",
            List.of("An umbrella.", "rain"),
            Reply.toolCalls(new FunctionCall("forecast", "{\"city\":\"Oslo\"}")),
            Reply.text("An umbrella.")));
    runs.put(
        "Give one call five seconds, another temperature, more thought",
        new Run(
            "System.out.println(answer + super.server.takeRequest().json(\"/reasoning_effort\"));",
            List.of(ON_ITS_WAY, "low"),
            reply));
    runs.put(
        "Take the model from the configuration",
        new Run(
            ask.formatted("configured")
                + "System.out.println(super.server.takeRequest().json(\"/model\"));",
            List.of(ON_ITS_WAY, "claude-3-haiku"),
            reply));
    runs.put(
        "Serve tenants, each with a key of its own",
        new Run(
            "System.out.println(answer + super.server.takeRequest().header(\"authorization\") + balance);",
            List.of(ON_ITS_WAY, "gw_live_acme", "Balance["),
            reply));
    runs.put("Rotate the key", new Run(ask.formatted("rotating"), answer, reply));
    runs.put(
        "Tell what may work later from what never will",
        new Run("", List.of("Later, in PT7S"), Reply.status(429).header("retry-after", "7")));
    runs.put(
        "Retry more, ask another model, race a slow one",
        new Run(ask.formatted("robust"), answer, reply));
    runs.put(
        "See usage, cost and id of a call",
        new Run("", List.of("promptTokens=5", ", 1 requests"), reply.usage(5, 6)));
    runs.put(
        "Stop at a budget, and see what is left",
        new Run("", List.of("daily: 25.00", "prompt"), new Reply[0]));
    runs.put("Cache the answers of a prompt", new Run(ask.formatted("cached"), answer, reply));
    runs.put(
        "Log calls",
        new Run(
            ask.formatted("logged"),
            List.of("prompt=recipes.Support.answer", "outcome=SUCCESS", "completionTokens=6"),
            reply.usage(5, 6)));
    runs.put(
        "Log what is said",
        new Run(
            ask.formatted("overheard"),
            List.of("user: Answer the customer: Hi", "assistant: " + ON_ITS_WAY),
            reply));
    runs.put(
        "Fake a prompt, an answer, a stream, a failure, an event",
        new Run(
            "System.out.println(fake.apply(\"?\") + cut.text() + busy.retryAfter() + event.failure());"
                + "broken.forEach(text -> {}).exceptionally(e -> { System.out.println(e); return null; }).join();",
            List.of(ON_ITS_WAY, "It is on", "PT5S", "RateLimitException", "BadGatewayException")));
    runs.put("Fake the gateway", new Run("", List.of(ON_ITS_WAY, "Answer the customer")));
    runs.put("Fake the gateway 2", new Run("", List.of()));
    runs.put("Play what a real gateway answered", new Run("", List.of("It is on the tape.")));
    runs.put("Make a client from properties", new Run(ask.formatted("client"), answer, reply));
    return runs;
  }

  @BeforeAll
  static void aGatewayThatTheConfigurationNames() throws Exception {
    server = MockGateway.start();
    set("gatewayz.api.base", server.apiBase());
    set("gatewayz.api.key", "gw_live_0123456789abcdef");
    set("support.model", "gatewayz/anthropic/claude-3-haiku");
    client = Gatewayz.builder().maxRetries(0).noProxy().build();
    Files.write(folder.resolve("photo.png"), new byte[] {1});
    Files.write(folder.resolve("invoice.pdf"), new byte[] {2});
    Files.createDirectories(folder.resolve("src/test/cassettes"));
    Files.writeString(folder.resolve("src/test/cassettes/support.cassette"), CASSETTE);
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
    SETTINGS.forEach(
        (name, before) -> {
          if (before == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, before);
          }
        });
    SETTINGS.clear();
  }

  private static void set(String name, String value) {
    SETTINGS.put(name, System.setProperty(name, value));
  }

  @TestFactory
  Stream<DynamicTest> everyRecipeDoesWhatItSays() throws Exception {
    Map<String, Run> runs = runs();
    Map<String, String> blocks = new LinkedHashMap<>();
    List<JavaFileObject> sources = new ArrayList<>(List.of(source("Given", GIVEN)));
    String title = "";
    Matcher parts = PART.matcher(Files.readString(Path.of("../docs/recipes.md")));
    while (parts.find()) {
      if (parts.group(1) != null) {
        title = parts.group(1);
        continue;
      }
      String block = parts.group(2).replace("Path.of(\"", "Path.of(\"" + folder + "/");
      Matcher type = TYPE.matcher(block);
      if (type.find()) {
        sources.add(source(type.group(1), block));
      } else {
        String name = blocks.containsKey(title) ? title + " 2" : title;
        blocks.put(name, "Recipe" + blocks.size());
        String shows = runs.containsKey(name) ? runs.get(name).shows() : "";
        sources.add(source(blocks.get(name), recipe(blocks.get(name), block, shows)));
      }
    }
    assertThat(runs.keySet()).containsExactlyElementsOf(blocks.keySet());

    Compilation compilation =
        javac()
            .withOptions("-Xlint:all,-classfile,-processing", "-Werror")
            .withProcessors(new GatewayzProcessor())
            .compile(sources);
    assertThat(compilation).succeededWithoutWarnings();
    Compiled classes = new Compiled(compilation);
    return runs.entrySet().stream()
        .map(
            run ->
                DynamicTest.dynamicTest(
                    run.getKey(),
                    () ->
                        run(
                            classes.loadClass("recipes." + blocks.get(run.getKey())),
                            run.getValue())));
  }

  private static void run(Class<?> recipe, Run run) throws Exception {
    server.reset();
    server.reply(run.replies());
    Object made = recipe.getConstructor().newInstance();
    recipe.getField("gatewayz").set(made, client);
    recipe.getField("server").set(made, server);

    String printed = printedBy((Callable<?>) made);

    int at = 0;
    for (String text : run.prints()) {
      assertThat(printed.substring(at)).contains(text);
      at = printed.indexOf(text, at) + text.length();
    }
    assertThat(server.unusedReplies()).as("replies that nobody wanted").isZero();
  }

  private static String printedBy(Callable<?> code) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(printed);
    System.setErr(printed);
    try {
      code.call();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JavaFileObject source(String name, String declaration) {
    return JavaFileObjects.forSourceString("recipes." + name, IMPORTS + declaration);
  }

  /** The statements as they are shown; what they leave open is closed behind them. */
  private static String recipe(String name, String block, String shows) {
    Matcher own = OWN_CLIENT.matcher(block);
    return "public class "
        + name
        + " extends Given {\n@Override public Object call() throws Exception {\n"
        + (block.contains("support.") ? "Support support = gatewayz.create(Support.class);\n" : "")
        + block
        + shows
        + (own.find() ? "\n" + own.group(1) + ".close();" : "")
        + "\nreturn null;\n}\n}\n";
  }
}
