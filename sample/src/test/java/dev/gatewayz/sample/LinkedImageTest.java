package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image of jlink holds the client and the modules it needs, and speaks TLS. */
class LinkedImageTest {
  private static final String MODULE =
      """
      module app {
        requires dev.gatewayz;
        opens app to dev.gatewayz;
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
      import dev.gatewayz.error.ConnectionException;
      import java.nio.file.*;
      import java.security.cert.*;
      public class Main {
        public static void main(String[] args) throws Exception {
          X509Certificate trusted;
          try (var in = Files.newInputStream(Path.of(args[1]))) {
            trusted =
                (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
          }
          try (Gatewayz client =
              Gatewayz.builder().apiBase(args[0]).apiKey("test").trust(trusted).build()) {
            System.out.println(client.create(Haikus.class).write("ponds"));
          } catch (ConnectionException e) {
            System.out.println(e.getMessage());
          }
        }
      }
      """;

  /** From then on elliptic curves are part of java.base. */
  private static final int CURVES_IN_BASE = 22;

  @TempDir Path folder;

  @Test
  void theImageSpeaksTlsOrSaysWhatItLacks() throws Exception {
    NamedModule module =
        NamedModule.compile(
            folder,
            "annotations|runtime",
            Map.of("module-info", MODULE, "app/Haikus", HAIKUS, "app/Main", MAIN));
    Path java = link(module).resolve("bin").resolve("java");
    try (MockGateway gateway = MockGateway.start()) {
      gateway.reply(Reply.text("An old silent pond"), Reply.text("A frog jumps in"));
      Path trusted = Files.write(folder.resolve("trusted.der"), gateway.certificate().getEncoded());
      assertThat(
              NamedModule.run(java, "-m", "app/app.Main", gateway.tlsApiBase(), trusted.toString()))
          .contains("An old silent pond");
      assertThat(
              NamedModule.run(
                  java,
                  "--limit-modules",
                  "app",
                  "-m",
                  "app/app.Main",
                  gateway.tlsApiBase(),
                  trusted.toString()))
          .contains(
              Runtime.version().feature() < CURVES_IN_BASE
                  ? "add the module jdk.crypto.ec"
                  : "A frog jumps in");
    }
  }

  private Path link(NamedModule module) {
    Path image = folder.resolve("image");
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int linked =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                out,
                out,
                "-p",
                module.path(),
                "--add-modules",
                "app,jdk.crypto.ec",
                "--output",
                image.toString());
    assertThat(linked).as(said.toString()).isZero();
    return image;
  }
}
