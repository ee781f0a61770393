package dev.gatewayz.sample;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.processor.GatewayzProcessor;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who come from elsewhere are told to write does what they had. */
class MigrationGuideTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      package guide;
      import dev.gatewayz.*;
      import dev.gatewayz.annotation.*;
      import dev.gatewayz.chat.*;
      import java.util.concurrent.Callable;
      """;

  private MockGateway gateway;
  private Gatewayz client;

  @BeforeEach
  void start() {
    gateway = MockGateway.start();
    client = Gatewayz.builder().apiKey("test").apiBase(gateway.apiBase()).noProxy().build();
  }

  @AfterEach
  void stop() {
    client.close();
    gateway.close();
  }

  @Test
  void anInterfaceOfLangChain4jIsOneHere() throws Exception {
    gateway.reply(Reply.text("{\"wish\": \"a refund\", \"anger\": 4}"));

    Object ticket =
        call(
            "LangChain4j", "gatewayz.create(CustomerMail.class).read(\"Acme\", \"It is broken.\")");

    assertThat(ticket).hasToString("Ticket[wish=a refund, anger=4]");
    RecordedRequest request = gateway.takeRequest();
    assertThat(request.json("/messages/0/content").orElseThrow())
        .asString()
        .contains("You work for Acme.");
    assertThat(request.json("/messages/1/content").orElseThrow())
        .asString()
        .contains("What does the customer want?", "It is broken.");
  }

  @Test
  void anEntityOfSpringAiIsAReturnType() throws Exception {
    gateway.reply(Reply.text("{\"wish\": \"a refund\", \"anger\": 4}"));

    Object ticket = call("Spring AI", "gatewayz.create(Mails.class).read(\"It is broken.\")");

    assertThat(ticket).hasToString("Ticket[wish=a refund, anger=4]");
    assertThat(gateway.takeRequest().json("/messages/0/content").orElseThrow())
        .asString()
        .contains("What does the customer want?", "It is broken.");
  }

  @Test
  void aCompletionOfLiteLlmIsARequest() throws Exception {
    gateway.reply(Reply.text("Hello!"));

    Object shown = call("LiteLLM", "");

    RecordedRequest request = gateway.takeRequest();
    assertThat(request.json("/model")).contains("openai/gpt-4o-mini");
    assertThat(request.json("/temperature").orElseThrow()).hasToString("0.2");
    assertThat(request.json("/messages").orElseThrow()).hasToString("[{role=user, content=Hi}]");
    assertThat(shown).asString().matches("Hello! \\d+");
  }

  /**
   * What comes of an expression over what that section shows, or of the statements that it shows,
   * which print at their end.
   */
  private Object call(String section, String expression) throws Exception {
    String guide = Files.readString(Path.of("../docs/migration.md"));
    int start = guide.indexOf("## From " + section);
    int next = guide.indexOf("\n## ", start);
    List<String> blocks =
        BLOCK
            .matcher(guide.substring(start, next < 0 ? guide.length() : next))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
    assertThat(blocks).hasSize(1);
    boolean isType = blocks.get(0).startsWith("@");
    String body =
        isType
            ? "return " + expression + ";"
            : blocks.get(0).replace("System.out.println(", "return (");
    String type = isType ? blocks.get(0) : "";
    Compilation compilation =
        javac()
            .withOptions("-Xlint:all,-auxiliaryclass,-classfile,-processing", "-Werror")
            .withProcessors(new GatewayzProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "guide.Caller",
                    IMPORTS
                        + type
                        + "public class Caller implements Callable<Object> {\n"
                        + "private final Gatewayz gatewayz;\n"
                        + "public Caller(Gatewayz gatewayz) { this.gatewayz = gatewayz; }\n"
                        + "@Override public Object call() {\n"
                        + body
                        + "\n}\n}\n"));
    assertThat(compilation).succeededWithoutWarnings();
    Class<?> caller = new Compiled(compilation).loadClass("guide.Caller");
    return ((Callable<?>) caller.getConstructor(Gatewayz.class).newInstance(client)).call();
  }
}
