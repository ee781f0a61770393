package dev.gatewayz.eval;

import dev.gatewayz.eval.internal.report.Figures;
import dev.gatewayz.eval.internal.report.Summary;
import dev.gatewayz.eval.internal.stats.PassRate;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The figures of one variant of an {@link Evaluation}. Immutable. */
public final class VariantResult {
  private final Summary summary;

  VariantResult(Summary summary) {
    this.summary = summary;
  }

  /** {@return its model, its prompts, or both; {@code all} if nothing is compared} */
  public String name() {
    return summary.variant();
  }

  /** {@return how many trials were graded} */
  public long graded() {
    return summary.passRate().trials();
  }

  /** {@return how many of them were right} */
  public long passed() {
    return summary.passRate().passed();
  }

  /** {@return the share of graded trials that were right} */
  public double passRate() {
    return summary.passRate().rate();
  }

  /**
   * {@return the lower end of the interval in which the true pass rate lies with 95 % confidence}
   */
  public double low() {
    return summary.passRate().low();
  }

  /** {@return the upper end of that interval} */
  public double high() {
    return summary.passRate().high();
  }

  /**
   * {@return the pass rate of one grader, in words; empty if there is none of that name}
   *
   * @param name of the grader
   */
  public String grader(String name) {
    PassRate rate = summary.graders().get(name);
    return rate == null ? "" : Figures.rate(rate);
  }

  /** {@return how many trials failed, and so were not graded} */
  public long failed() {
    return summary.failed();
  }

  /** {@return how many trials were not run, because the run stopped early} */
  public long notRun() {
    return summary.notRun();
  }

  /** {@return how many requests repeated one that had failed} */
  public long retries() {
    return summary.retries();
  }

  /** {@return how many answers came from a fallback} */
  public long fellBack() {
    return summary.fellBack();
  }

  /**
   * {@return what all calls cost, those of judges included, in US dollars; {@code null} if nobody
   * knows}
   */
  public @Nullable BigDecimal cost() {
    return summary.cost();
  }

  /** {@return how long half of the trials took at most} */
  public Duration p50() {
    return Duration.ofMillis(summary.p50());
  }

  /** {@return how long 95 % of the trials took at most} */
  public Duration p95() {
    return Duration.ofMillis(summary.p95());
  }

  @Override
  public String toString() {
    return name()
        + ": "
        + Figures.rate(summary.passRate())
        + " of "
        + Figures.count(graded())
        + " passed, "
        + failed()
        + " failed, "
        + notRun()
        + " not run, "
        + Figures.dollars(cost());
  }
}
