package dev.gatewayz.benchmarks.profile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where processor time went, and what was allocated where, as a flight recording has it: one page
 * that needs nothing else.
 */
public final class FlameGraph {
  /** What is narrower than this part of the whole is left out. */
  private static final long PARTS = 5_000;

  /** What a JVM adds to the name of a hidden class. */
  private static final Pattern MADE_UP = Pattern.compile("(?<=\\$\\$Lambda)[$/+.].*|[/+.]0x.*");

  private final StackTree time = new StackTree("all");
  private final StackTree allocated = new StackTree("all");

  /** Reads a recording's {@code jdk.ExecutionSample} and {@code jdk.ObjectAllocationSample}. */
  public static FlameGraph of(Path recording) throws IOException {
    FlameGraph graph = new FlameGraph();
    try (RecordingFile events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        graph.add(events.readEvent());
      }
    }
    return graph;
  }

  private void add(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return;
    }
    Deque<String> stack = stack(event.getStackTrace());
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> time.add(List.copyOf(stack), 1);
      case "jdk.ObjectAllocationSample" -> {
        stack.add("new " + name(event.getClass("objectClass")));
        allocated.add(List.copyOf(stack), event.getLong("weight"));
      }
      default -> {}
    }
  }

  /** The outermost frame first. */
  private static Deque<String> stack(RecordedStackTrace trace) {
    Deque<String> stack = new ArrayDeque<>();
    for (RecordedFrame frame : trace.getFrames()) {
      RecordedMethod method = frame.getMethod();
      stack.addFirst(name(method.getType()) + "." + method.getName());
    }
    if (trace.isTruncated()) {
      stack.addFirst("(deeper than was recorded)");
    }
    return stack;
  }

  /** As Java writes it, without what differs from run to run. */
  private static String name(RecordedClass type) {
    String name = MADE_UP.matcher(type.getName()).replaceFirst("");
    return name.startsWith("[")
        ? ClassDesc.ofDescriptor(name.replace('.', '/')).displayName()
        : name;
  }

  StackTree time() {
    return time;
  }

  StackTree allocated() {
    return allocated;
  }

  /** Writes the page. */
  public void write(String title, Path page) throws IOException {
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, html(title));
  }

  String html(String title) throws IOException {
    try (InputStream in = FlameGraph.class.getResourceAsStream("flame-graph.html")) {
      String template =
          new String(
              Objects.requireNonNull(in, "flame-graph.html").readAllBytes(),
              StandardCharsets.UTF_8);
      return template
          .replace("{{title}}", title.replace("&", "&amp;").replace("<", "&lt;"))
          .replace("{{time}}", json(time))
          .replace("{{allocated}}", json(allocated));
    }
  }

  private static String json(StackTree tree) {
    StringBuilder json = new StringBuilder();
    tree.writeJson(json, Math.max(1, tree.weight() / PARTS));
    return json.toString();
  }
}
