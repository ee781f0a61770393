package dev.gatewayz.benchmarks.run;

import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.load.ColdStart;
import dev.gatewayz.benchmarks.load.Worker;
import dev.gatewayz.benchmarks.process.LineProcess;
import dev.gatewayz.benchmarks.server.LoadServer;
import dev.gatewayz.benchmarks.server.TestIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load server's process, and those of the clients. */
public final class Lab implements AutoCloseable {
  private final Settings settings;
  private final Version running = Version.running();
  private final TestIdentity identity;
  private final LineProcess server;
  private final String[] ports;

  private Lab(Settings settings, Path directory) throws IOException, InterruptedException {
    this.settings = settings;
    this.identity = TestIdentity.in(directory);
    this.server =
        new LineProcess(
            List.of(
                settings.java(),
                "-Xmx1g",
                "-cp",
                running.classPath(Kind.FLOOR),
                LoadServer.class.getName(),
                identity.keyStore().toString()));
    this.ports = server.readLine().split(" ", -1);
  }

  /** Starts the server. */
  public static Lab open(Settings settings) throws IOException, InterruptedException {
    return new Lab(settings, Files.createTempDirectory("gatewayz-benchmarks"));
  }

  Settings settings() {
    return settings;
  }

  /**
   * Starts a client.
   *
   * @param loops how many event loops it has, 0 for as many as it has by itself
   */
  public LineProcess client(Kind kind, int loops) throws IOException, InterruptedException {
    return client(running, kind, loops, settings.isSecure());
  }

  /** Starts a client that uses TLS or does not, whatever the settings say. */
  public LineProcess client(Kind kind, int loops, boolean isSecure)
      throws IOException, InterruptedException {
    return client(running, kind, loops, isSecure);
  }

  /** Starts a client as it is in that version. */
  LineProcess client(Version version, Kind kind, int loops)
      throws IOException, InterruptedException {
    return client(version, kind, loops, settings.isSecure());
  }

  private LineProcess client(Version version, Kind kind, int loops, boolean isSecure)
      throws IOException, InterruptedException {
    List<String> command = command(version.classPath(kind), settings.jvmOptions(), Worker.class);
    command.addAll(target(kind, isSecure));
    command.add(Integer.toString(loops));
    LineProcess client = new LineProcess(command);
    client.readLine();
    return client;
  }

  private List<String> target(Kind kind, boolean isSecure) {
    return List.of(kind.label(), isSecure ? "tls" : "plain", ports[isSecure ? 1 : 0]);
  }

  /** The beginning of a command that runs a class with what a client needs, and nothing else. */
  private List<String> command(String classPath, List<String> options, Class<?> main) {
    List<String> command = new ArrayList<>();
    command.add(settings.java());
    command.addAll(List.of("-Xms1g", "-Xmx4g", "-XX:-UseDynamicNumberOfCompilerThreads"));
    command.addAll(List.of(identity.clientOptions()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    return command;
  }

  /** Starts a process that makes one call with a client and answers with a line. */
  public LineProcess coldStart(Kind kind) throws IOException {
    return coldStart(running.classPath(kind), settings.jvmOptions(), kind);
  }

  /** The same with further options, from jars alone, as archives of classes need it. */
  public LineProcess coldStart(Kind kind, String option) throws IOException {
    List<String> options = new ArrayList<>(settings.jvmOptions());
    options.add(option);
    return coldStart(running.classPathOfJars(kind), options, kind);
  }

  private LineProcess coldStart(String classPath, List<String> options, Kind kind)
      throws IOException {
    List<String> command = command(classPath, options, ColdStart.class);
    command.addAll(target(kind, settings.isSecure()));
    return new LineProcess(command);
  }

  /** The port that the settings ask for. */
  public String port() {
    return settings.isSecure() ? ports[1] : ports[0];
  }

  /** How many connections the server has open. */
  public int connections() throws IOException {
    return Integer.parseInt(server.ask("connections"));
  }

  @Override
  public void close() {
    server.close();
  }
}
