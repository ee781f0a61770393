package dev.gatewayz.sample.cli;

import java.io.PrintStream;

/** Where a command prints: in colours if somebody looks on, and else as plain text. */
final class Terminal {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean isWatched;

  Terminal(PrintStream out, PrintStream err, boolean isWatched) {
    this.out = out;
    this.err = err;
    this.isWatched = isWatched;
  }

  /** A part of the answer. */
  void print(String text) {
    out.print(text);
    out.flush();
  }

  /** A line of the answer. */
  void println(String text) {
    out.println(text);
  }

  /** A line beside the answer, which a pipe does not get. */
  void note(String text) {
    err.println(coloured("2", text));
  }

  /** What went wrong. */
  void error(String text) {
    err.println(coloured("31", text));
  }

  /** What is waited for; gone with {@link #clearProgress}. */
  void progress(String text) {
    if (isWatched) {
      err.print("\r" + coloured("2", text));
      err.flush();
    }
  }

  void clearProgress() {
    if (isWatched) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  private String coloured(String code, String text) {
    return isWatched ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
