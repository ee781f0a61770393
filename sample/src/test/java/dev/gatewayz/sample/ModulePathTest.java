package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A named module compiles against the library and runs with it. */
class ModulePathTest {
  private static final String MODULE =
      """
      module app {
        requires dev.gatewayz;
        requires dev.gatewayz.testkit;
        requires dev.gatewayz.testkit.fake;
        opens app to dev.gatewayz; // for create(), which looks the class up
      }
      """;
  private static final String HAIKUS =
      """
      package app;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
      interface Haikus {
        @GatewayzPrompt("Write a haiku about {{topic}}.")
        String write(String topic);
      }
      """;
  private static final String MAIN =
      """
      package app;
      import dev.gatewayz.Gatewayz;
      import dev.gatewayz.testkit.*;
      import dev.gatewayz.testkit.fake.Completions;
      public class Main {
        public static void main(String[] args) {
          try (MockGateway gateway = MockGateway.start();
              Gatewayz client =
                  Gatewayz.builder().apiBase(gateway.apiBase()).apiKey("test").build()) {
            gateway.reply(Reply.text("An old silent pond"), Reply.text("A frog jumps in"));
            System.out.println(new GatewayzHaikus(client).write("ponds"));
            System.out.println(client.create(Haikus.class).write("frogs"));
            Completions.streamOf("Splash").forEach(System.out::println).join();
            System.out.println(Haikus.class.getModule());
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aModuleCompilesAndRuns() throws Exception {
    NamedModule module =
        NamedModule.compile(
            folder,
            "annotations|runtime|testkit|fakes",
            Map.of("module-info", MODULE, "app/Haikus", HAIKUS, "app/Main", MAIN));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    assertThat(NamedModule.run(java, "-p", module.path(), "-m", "app/app.Main"))
        .contains("An old silent pond\n", "A frog jumps in\n", "Splash\n", "module app\n");
  }
}
