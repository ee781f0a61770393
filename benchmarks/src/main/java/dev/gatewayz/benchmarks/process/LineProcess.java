package dev.gatewayz.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that answers lines with lines. What it says of failures goes where ours goes. */
public final class LineProcess implements AutoCloseable {
  /** What answers begin with. */
  public static final String ANSWER = "> ";

  private static final int PATIENCE_MINUTES = 4;

  private final Process process;
  private final BufferedWriter out;
  private final BufferedReader in;

  /** Starts a process. */
  public LineProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
    in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** The next answer; what a JVM says of its own accord is passed over. */
  public String readLine() throws IOException {
    String line;
    do {
      line = in.readLine();
      if (line == null) {
        throw new IOException("The process has ended: " + process.info());
      }
    } while (!line.startsWith(ANSWER));
    return line.substring(ANSWER.length());
  }

  /** The answer to a line. A process that says nothing for minutes is ended. */
  public String ask(String line) throws IOException {
    out.write(line);
    out.newLine();
    out.flush();
    CompletableFuture<Void> answered = new CompletableFuture<>();
    answered
        .orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES)
        .exceptionally(
            late -> {
              process.destroyForcibly();
              return null;
            });
    try {
      return readLine();
    } finally {
      answered.complete(null);
    }
  }

  /** The figures that answer a line. */
  public Figures measure(String line) throws IOException {
    String answer = ask(line);
    if (answer.equals("failed")) {
      throw new IOException("The client failed at: " + line);
    }
    return Figures.of(answer);
  }

  /** Waits until the process has ended by itself. */
  public void awaitEnd() {
    process.onExit().completeOnTimeout(process, PATIENCE_MINUTES, TimeUnit.MINUTES).join();
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      // It has ended by itself.
    }
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
