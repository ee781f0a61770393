package dev.gatewayz.eval;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.eval.internal.cases.CaseFile;
import dev.gatewayz.eval.internal.cases.CaseLine;
import dev.gatewayz.eval.internal.cases.CaseText;
import dev.gatewayz.eval.internal.report.Baseline;
import dev.gatewayz.eval.internal.report.Change;
import dev.gatewayz.eval.internal.report.HistoryPoint;
import dev.gatewayz.eval.internal.report.Report;
import dev.gatewayz.eval.internal.report.ReportFiles;
import dev.gatewayz.eval.internal.report.ReportLock;
import dev.gatewayz.usage.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prompts over many cases, as {@link PromptEval} has it, put together at run time.
 *
 * <pre>{@code
 * EvaluationResult result =
 *     Evaluation.ofFile("reviews", Path.of("reviews.jsonl"), ReviewCase.class)
 *         .repeat(5)
 *         .passAt(0.9)
 *         .models("gatewayz/openai/gpt-4o-mini", "gatewayz/anthropic/claude-sonnet-4")
 *         .run((review, trial) ->
 *             Graders.exact(review.stars(), trial.prompts(Reviews.class).rate(review.text())));
 * System.out.println(result);
 * }</pre>
 *
 * <p>Each setting returns this object. Not thread-safe.
 *
 * @param <C> the type of the cases
 */
public final class Evaluation<C> {
  private static final Duration FOR_GOOD = Duration.ofDays(365);
  private static final int DEFAULT_CONCURRENCY = 16;
  private static final double DEFAULT_FAILURE_RATE = 0.01;

  private final String name;
  private final List<CaseLine<C>> cases;
  private int repeat = 1;
  private double passAt = 1;
  private double maxFailureRate = DEFAULT_FAILURE_RATE;
  private String budget = "";
  private int concurrency = DEFAULT_CONCURRENCY;
  private List<String> models = List.of();
  private List<Class<?>> variants = List.of();
  private boolean failIfWorse;
  private Consumer<GatewayzBuilder> client = builder -> {};
  private Path reports = Folders.reports();
  private Path committed = Folders.committed();
  private boolean accept = Folders.accepts();

  private Evaluation(String name, List<CaseLine<C>> cases) {
    this.name = Folders.requireFileName(name);
    this.cases = cases;
  }

  /**
   * Starts with cases of a file, a JSON object on each line.
   *
   * @param <C> the type of a case
   * @param name of the evaluation, and of its files
   * @param file in UTF-8
   * @param type a record, {@code String} for lines as they are, or {@code Map}
   * @return an evaluation with the settings that are the defaults
   * @throws IllegalArgumentException if lines are bad; the message names file and line of each
   * @throws UncheckedIOException if the file cannot be read
   */
  public static <C> Evaluation<C> ofFile(String name, Path file, Class<C> type) {
    try {
      return new Evaluation<>(name, CaseFile.read(file.toString(), Files.readAllBytes(file), type));
    } catch (IOException e) {
      throw new UncheckedIOException("The cases in " + file + " cannot be read: " + e, e);
    }
  }

  static <C> Evaluation<C> ofContent(String name, String file, byte[] content, Class<C> type) {
    return new Evaluation<>(name, CaseFile.read(file, content, type));
  }

  /**
   * Starts with cases that are there already. A record's component {@code id} is the case's id.
   *
   * @param <C> the type of a case
   * @param name of the evaluation, and of its files
   * @param cases at least one
   * @return an evaluation with the settings that are the defaults
   * @throws IllegalArgumentException if there are none, or two have the same id
   */
  public static <C> Evaluation<C> of(String name, List<C> cases) {
    return new Evaluation<>(name, CaseText.lines(cases));
  }

  /**
   * Sets how often each case is asked. Default 1.
   *
   * @param times at least 1
   * @return this evaluation
   * @throws IllegalArgumentException if that is below 1
   */
  public Evaluation<C> repeat(int times) {
    repeat = positive("repeat", times);
    return this;
  }

  /**
   * Sets the share of graded answers that must be right, for each variant; 0 only measures. Default
   * 1.
   *
   * @param share 0 to 1
   * @return this evaluation
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public Evaluation<C> passAt(double share) {
    passAt = share("passAt", share);
    return this;
  }

  /**
   * Sets the share of trials that may fail, for each variant. Default 0.01.
   *
   * @param share 0 to 1
   * @return this evaluation
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public Evaluation<C> maxFailureRate(double share) {
    maxFailureRate = share("maxFailureRate", share);
    return this;
  }

  /**
   * Sets what the whole run may cost. Calls under way when it runs out may cost more. Default: any
   * amount.
   *
   * @param dollars as in {@code 0.50}
   * @return this evaluation
   * @throws IllegalArgumentException if that is no number or below zero
   */
  public Evaluation<C> budget(String dollars) {
    Budget.cost(name, dollars, FOR_GOOD);
    budget = dollars.strip();
    return this;
  }

  /**
   * Sets how many trials are under way at once. Default 16.
   *
   * @param trials at least 1
   * @return this evaluation
   * @throws IllegalArgumentException if that is below 1
   */
  public Evaluation<C> concurrency(int trials) {
    concurrency = positive("concurrency", trials);
    return this;
  }

  /**
   * Sets the models to ask in place of those of the prompts, each a variant.
   *
   * @param models with their {@code gatewayz/} prefix; those behind a {@code >} are fallbacks
   * @return this evaluation
   */
  public Evaluation<C> models(String... models) {
    this.models = List.of(models);
    return this;
  }

  /**
   * Sets prompt interfaces to compare, each a variant.
   *
   * @param promptInterfaces all extend the type that {@link Trial#prompts} is asked for
   * @return this evaluation
   */
  public Evaluation<C> variants(Class<?>... promptInterfaces) {
    variants = List.of(promptInterfaces);
    return this;
  }

  /**
   * Fails if a variant got worse than the baseline, and that is no chance.
   *
   * @return this evaluation
   */
  public Evaluation<C> failIfWorse() {
    failIfWorse = true;
    return this;
  }

  /**
   * Changes the client, which is otherwise that of the environment.
   *
   * @param changes called when the run begins
   * @return this evaluation
   */
  public Evaluation<C> client(Consumer<GatewayzBuilder> changes) {
    client = client.andThen(changes);
    return this;
  }

  /**
   * Sets the folder of the report. Default: {@code target/gatewayz-evals}.
   *
   * @param folder made if it is missing
   * @return this evaluation
   */
  public Evaluation<C> reports(Path folder) {
    reports = Objects.requireNonNull(folder, "folder");
    return this;
  }

  /**
   * Sets the folder of baseline and history. Default: {@code src/test/evals}.
   *
   * @param folder under version control
   * @return this evaluation
   */
  public Evaluation<C> committed(Path folder) {
    committed = Objects.requireNonNull(folder, "folder");
    return this;
  }

  /**
   * Says whether the result becomes the new baseline, and a part of the history. Default: the
   * system property {@code gatewayz.evals.accept}.
   *
   * @param accepted {@code false} only compares
   * @return this evaluation
   */
  public Evaluation<C> accept(boolean accepted) {
    accept = accepted;
    return this;
  }

  /**
   * Asks about all cases and writes the report. Whether enough answers are right, {@link
   * EvaluationResult#check} says.
   *
   * @param body called once for each trial, by several threads at once
   * @return the figures, and where the report is
   * @throws IllegalStateException if another run writes the same report, or the baseline cannot be
   *     read; nothing was asked then
   * @throws UncheckedIOException if the report cannot be written
   */
  public EvaluationResult run(EvalBody<? super C> body) {
    ReportFiles files = new ReportFiles(name, reports, committed);
    try {
      ReportLock lock = files.lock();
      try {
        Baseline baseline = files.baseline();
        List<HistoryPoint> history = files.history();
        Report report = ask(body);
        List<Change> changes = changes(baseline, report);
        files.write(report, changes, baseline, history);
        EvaluationResult result = new EvaluationResult(report, changes, files, failIfWorse);
        if (accept) {
          accept(files, report);
        }
        return result;
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The report of " + name + " cannot be written: " + e, e);
    }
  }

  private static void accept(ReportFiles files, Report report) throws IOException {
    if (report.stopped() != null) {
      throw new IllegalStateException(
          "A partial run is not accepted as baseline. " + report.stopped());
    }
    files.accept(report);
  }

  private static List<Change> changes(@Nullable Baseline baseline, Report report) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; baseline != null && i < report.variants().size(); i++) {
      if (baseline.has(report.variants().get(i))) {
        changes.add(baseline.change(report, i));
      }
    }
    return changes;
  }

  private Report ask(EvalBody<? super C> body) {
    CallRecorder recorder = new CallRecorder();
    GatewayzBuilder builder = Gatewayz.builder().interceptor(recorder).listener(recorder);
    client.accept(builder);
    if (!budget.isEmpty()) {
      builder.budget(Budget.cost("of the evaluation " + name, budget, FOR_GOOD));
    }
    Instant started = Instant.now();
    long start = System.nanoTime();
    try (Gatewayz gatewayz = builder.build()) {
      List<Variant> asked = Variant.all(gatewayz, models, variants);
      Progress progress = Progress.of(name, (long) cases.size() * asked.size() * repeat);
      Runner<C> runner = new Runner<>(cases, asked, repeat, body, progress);
      runner.run(name, concurrency);
      Report report =
          new Report(
              name,
              started,
              Duration.ofNanos(System.nanoTime() - start),
              repeat,
              passAt,
              maxFailureRate,
              budget,
              runner.stopped(),
              asked.stream().map(Variant::name).toList(),
              runner.reports());
      progress.end(
          report.summaries().stream().map(one -> new VariantResult(one).toString()).toList());
      return report;
    }
  }

  private static int positive(String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(setting + " is " + value + "; it must be 1 or more.");
    }
    return value;
  }

  private static double share(String setting, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          setting + " is " + value + "; it must be a share, from 0 to 1.");
    }
    return value;
  }
}
