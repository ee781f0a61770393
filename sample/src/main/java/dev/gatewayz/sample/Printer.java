package dev.gatewayz.sample;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Prints a streamed text as it arrives, and keeps it. */
final class Printer implements Flow.Subscriber<String> {
  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<String> whole = new CompletableFuture<>();

  private Printer(PrintStream out) {
    this.out = out;
  }

  /** Prints all of it; completes with the whole text. */
  static CompletableFuture<String> print(Flow.Publisher<String> pieces, PrintStream out) {
    Printer printer = new Printer(out);
    pieces.subscribe(printer);
    return printer.whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String piece) {
    out.print(piece);
    out.flush();
    text.append(piece);
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    out.println();
    whole.complete(text.toString());
  }
}
