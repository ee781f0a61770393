package dev.gatewayz.benchmarks.load;

import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.client.Pieces;
import dev.gatewayz.benchmarks.client.Target;
import dev.gatewayz.benchmarks.process.LineProcess;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A process that makes one call and ends. */
public final class ColdStart {
  private ColdStart() {}

  /** Arguments: the client, {@code tls} or {@code plain}, the port. */
  public static void main(String[] args) throws InterruptedException {
    Target target = new Target(args[1].equals("tls"), Integer.parseInt(args[2]));
    CountDownLatch answered = new CountDownLatch(1);
    Kind.of(args[0])
        .open(target, 0)
        .call(
            "bench/call",
            new Pieces() {
              @Override
              public void piece(String text) {}

              @Override
              public void end(@Nullable Throwable failure) {
                if (failure != null) {
                  failure.printStackTrace();
                }
                answered.countDown();
              }
            });
    answered.await();
    System.out.println(
        LineProcess.ANSWER
            + "classes="
            + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    Runtime.getRuntime().halt(0);
  }
}
