package dev.gatewayz.eval.internal.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a page. */
final class HtmlPage {
  HtmlPage(
      Report report, List<Change> changes, @Nullable Baseline baseline, List<HistoryPoint> points) {}

  String text() {
    return "";
  }
}
