package dev.gatewayz.sample;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.testkit.MockGateway;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Has an earnings call summarised, asks about it, and shows what that took. With {@code
 * GATEWAYZ_API_KEY} the real gateway answers, without it one inside this program.
 */
public final class Main {
  private static final List<String> QUESTIONS =
      List.of(
          "What went wrong in the quarter, and why?",
          "How did the guidance change?",
          "Who will be the next chief financial officer?");

  private final Gatewayz gatewayz;
  private final PrintStream out;

  private Main(Gatewayz gatewayz, PrintStream out) {
    this.gatewayz = gatewayz;
    this.out = out;
  }

  /** Runs the sample; no arguments. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String key = System.getenv("GATEWAYZ_API_KEY");
    boolean hasKey = key != null && !key.isBlank();
    boolean answered = hasKey ? runReal(out) : runEmbedded(out);
    System.exit(answered ? 0 : 1);
  }

  private static boolean runReal(PrintStream out) {
    try (Gatewayz gatewayz = Gatewayz.fromEnvironment()) {
      out.println("GATEWAYZ_API_KEY is set: the real gateway answers, and bills.\n");
      return new Main(gatewayz, out).run();
    }
  }

  static boolean runEmbedded(PrintStream out) {
    try (MockGateway gateway = EmbeddedGateway.start();
        Gatewayz gatewayz =
            Gatewayz.builder()
                .apiKey("none-needed")
                .apiBase(gateway.tlsApiBase())
                .trust(gateway.certificate())
                .noProxy()
                .build()) {
      out.println(
          "GATEWAYZ_API_KEY is not set: a gateway inside this program answers, over HTTP/2 at "
              + gateway.tlsApiBase()
              + ".\n");
      return new Main(gatewayz, out).run();
    }
  }

  private boolean run() {
    EarningsCall call = EarningsCall.northwind();
    try {
      brief(call);
      String summary = tell(call);
      ask(call);
      headline(summary);
      out.println(gatewayz.usageTracker().snapshot().toTable());
      return true;
    } catch (GatewayzException e) {
      out.println(e.getMessage());
    } catch (CompletionException e) {
      // What went wrong in a future comes wrapped.
      out.println(e.getCause() instanceof GatewayzException known ? known.getMessage() : e);
    }
    return false;
  }

  /** An answer that is a record. */
  private void brief(EarningsCall call) {
    out.println("# " + call.company() + ", " + call.quarter() + "\n");
    EarningsAnalyst analyst = gatewayz.create(EarningsAnalyst.class);
    EarningsAnalyst.Brief brief = analyst.summarise("English", 5, List.of("VESTAS"), call);
    out.println(brief.headline() + " " + brief.sentiment());
    brief.bullets().forEach(bullet -> out.println("- " + bullet));
    out.println();
  }

  /** A streamed answer, shown as it is written. */
  private String tell(EarningsCall call) {
    EarningsAnalyst analyst = gatewayz.create(EarningsAnalyst.class);
    Completion<String> summary = analyst.tell(call).forEach(this::show).join();
    out.println();
    return summary.value();
  }

  private void show(String piece) {
    out.print(piece);
    out.flush();
  }

  /** Several questions at once, over one connection. */
  private void ask(EarningsCall call) {
    EarningsAnalyst analyst = gatewayz.create(EarningsAnalyst.class);
    Map<String, CompletableFuture<Completion<String>>> answers = new LinkedHashMap<>();
    for (String question : QUESTIONS) {
      answers.put(question, analyst.answer(call, question));
    }
    answers.forEach(
        (question, answer) -> {
          Completion<String> completion = answer.join();
          out.println("\nQ: " + question);
          out.println("A: " + completion.value());
        });
  }

  /** The plain way: a method that returns a text, and blocks until it has it. */
  private void headline(String summary) {
    HeadlineWriter writer = gatewayz.create(HeadlineWriter.class);
    out.println("\nHeadline: " + writer.headline(10, summary) + "\n");
  }
}
