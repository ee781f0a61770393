package dev.gatewayz.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;
import org.openrewrite.Validated;
import org.openrewrite.config.Environment;
import org.openrewrite.config.YamlResourceLoader;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Interfaces before and after. */
class LangChain4jInterfacesTest implements RewriteTest {
  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new LangChain4jInterfaces("gatewayz/openai/gpt-4o-mini"))
        .parser(
            JavaParser.fromJavaVersion()
                .dependsOn(
                    "package dev.langchain4j.service; public @interface UserMessage { String[]"
                        + " value() default \"\"; String fromResource() default \"\"; }",
                    "package dev.langchain4j.service; public @interface SystemMessage { String[]"
                        + " value() default \"\"; }",
                    "package dev.langchain4j.service; public @interface V { String value(); }",
                    "package dev.langchain4j.service; public @interface MemoryId {}",
                    "package dev.langchain4j.service; public interface TokenStream {}"));
  }

  @Test
  void messagesAndVariablesBecomePrompts() {
    rewriteRun(
        java(
            """
            package shop;

            import dev.langchain4j.service.SystemMessage;
            import dev.langchain4j.service.UserMessage;
            import dev.langchain4j.service.V;

            interface Support {

                @SystemMessage("You work for {{company}}.")
                @UserMessage("What does the customer want? {{ text }}")
                String read(@V("company") String company, @V("text") String mail);

                @UserMessage("Translate: {{it}}")
                String translate(String words);

                @SystemMessage("Be kind.")
                String answer(@UserMessage String question);

                String other();
            }
            """,
            """
            package shop;

            import dev.gatewayz.annotation.GatewayzClient;
            import dev.gatewayz.annotation.GatewayzPrompt;

            @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
            interface Support {

                @GatewayzPrompt(system = "You work for {{company}}.", value = "What does the customer want? {{mail}}")
                String read(String company, String mail);

                @GatewayzPrompt("Translate: {{words}}")
                String translate(String words);

                @GatewayzPrompt(system = "Be kind.", value = "{{question}}")
                String answer(String question);

                String other();
            }
            """));
  }

  @Test
  void whatHasNoCounterpartIsLeftAlone() {
    rewriteRun(
        java(
            """
            package shop;

            import dev.langchain4j.service.*;

            interface Chat {

                @UserMessage("Hello {{it}}")
                TokenStream stream(String name);
            }

            interface Memory {

                @UserMessage("Hello {{name}}")
                String chat(@MemoryId int id, @V("name") String name);
            }

            interface Files {

                @UserMessage(fromResource = "hello.txt")
                String hello(String name);
            }
            """));
  }

  /** The file that the guide shows is one that OpenRewrite reads, and its recipe is whole. */
  @Test
  void theGuideShowsARecipe() throws IOException {
    Matcher shown =
        Pattern.compile("```yaml\n(.+?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/migration.md")));
    assertThat(shown.find()).isTrue();
    Recipe recipe =
        Environment.builder()
            .load(
                new YamlResourceLoader(
                    new ByteArrayInputStream(shown.group(1).getBytes(StandardCharsets.UTF_8)),
                    URI.create("rewrite.yml"),
                    new Properties()))
            .build()
            .activateRecipes("com.example.ToGatewayz");
    assertThat(recipe.validateAll()).allMatch(Validated::isValid);
    assertThat(recipe.getRecipeList())
        .containsExactly(new LangChain4jInterfaces("gatewayz/openai/gpt-4o-mini"));
  }
}
