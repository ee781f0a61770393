package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** What a service takes on with the library: jars, and classes for its first answer. */
class FootprintTest {
  private static final int MAX_JARS = 13;
  private static final long MAX_BYTES = 6_100_000;

  /** Those of the JDK among them are more in later versions. */
  private static final int MAX_CLASSES = Runtime.version().feature() < 25 ? 2_320 : 2_520;

  @Test
  void fewJarsAndFewClasses() throws Exception {
    List<Path> path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(FootprintTest::isNeeded)
            .map(Path::of)
            .toList();
    assertThat(path).hasSizeLessThanOrEqualTo(MAX_JARS);
    long bytes = 0;
    for (Path entry : path) {
      bytes += Files.isDirectory(entry) ? packed(entry) : Files.size(entry);
    }
    assertThat(bytes).isLessThanOrEqualTo(MAX_BYTES);
    try (MockGateway gateway = MockGateway.start()) {
      gateway.reply(Reply.text("An old silent pond"));
      assertThat(classesForOneCall(path, gateway.apiBase())).isBetween(500, MAX_CLASSES);
    }
  }

  private static boolean isNeeded(String entry) {
    String name = entry.replace(File.separatorChar, '/');
    boolean isOfTestkit = name.contains("/netty-pkitesting/");
    return (name.contains("/io/netty/") && !isOfTestkit)
        || name.contains("/tools/jackson/core/")
        || name.contains("/runtime/target/")
        || name.contains("/annotations/target/")
        || name.contains("/dev/gatewayz/gatewayz-runtime/")
        || name.contains("/dev/gatewayz/gatewayz-annotations/");
  }

  /** The size that the classes in a directory have in a jar, near enough. */
  private static long packed(Path directory) throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Deflater deflater = new Deflater();
        try (InputStream in = Files.newInputStream(file);
            OutputStream out =
                new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
          in.transferTo(out);
        }
        sum += deflater.getBytesWritten() + 2L * directory.relativize(file).toString().length();
        deflater.end();
      }
    }
    return sum;
  }

  /** In a JVM that has these jars and no others. */
  private static int classesForOneCall(List<Path> path, String apiBase) throws Exception {
    String classPath =
        Stream.concat(path.stream(), Stream.of(ownClasses()))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                OneCall.class.getName(),
                apiBase)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("An old silent pond");
    return Integer.parseInt(said.substring(said.lastIndexOf(' ') + 1).strip());
  }

  private static Path ownClasses() throws Exception {
    return Path.of(OneCall.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Makes one call, and prints its answer and how many classes that took. */
  static final class OneCall {
    private OneCall() {}

    public static void main(String[] args) {
      try (Gatewayz client =
          Gatewayz.builder()
              .apiBase(args[0])
              .apiKey("test")
              .http2PriorKnowledge()
              .noProxy()
              .build()) {
        ChatRequest request =
            ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user("A haiku").build();
        String answer = client.complete(request).text();
        int classes = (int) ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        System.out.println(answer + " " + classes);
      }
    }
  }
}
