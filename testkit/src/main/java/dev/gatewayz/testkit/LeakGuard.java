package dev.gatewayz.testkit;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the tests of a class if one of Netty's buffers was lost, by then or before. It has to be
 * there before Netty is, so it should be registered by {@code META-INF/services} rather than by
 * {@code @ExtendWith}, and it needs {@code -Dio.netty.leakDetection.level=paranoid} to see all.
 */
public final class LeakGuard implements AfterAllCallback {
  private static final List<String> LEAKS = new CopyOnWriteArrayList<>();
  private static final long PATIENCE_MILLIS = 5_000;

  /** Has Netty report to this class from now on. */
  public LeakGuard() {
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Recorders());
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    collectGarbage();
    // What the first round has found is in Netty's queue when the second is over.
    collectGarbage();
    PooledByteBufAllocator.DEFAULT.directBuffer(1).release();
    if (!LEAKS.isEmpty()) {
      List<String> found = List.copyOf(LEAKS);
      LEAKS.clear();
      throw new AssertionError(
          "LEAK: " + found.size() + " buffers were lost, the first here:\n" + found.get(0));
    }
  }

  private static void collectGarbage() throws InterruptedException {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    WeakReference<Object> sentinel = new WeakReference<>(new Object(), queue);
    System.gc();
    boolean collected = queue.remove(PATIENCE_MILLIS) != null;
    if (!collected || !sentinel.refersTo(null)) {
      throw new AssertionError("The garbage collector does not run; leaks cannot be found.");
    }
  }

  private static final class Recorders extends ResourceLeakDetectorFactory {
    @Override
    @SuppressWarnings("deprecation") // Netty's factory has no other abstract method.
    public <T> ResourceLeakDetector<T> newResourceLeakDetector(
        Class<T> resource, int samplingInterval, long maxActive) {
      return newResourceLeakDetector(resource, samplingInterval);
    }

    @Override
    public <T> ResourceLeakDetector<T> newResourceLeakDetector(
        Class<T> resource, int samplingInterval) {
      return new Recorder<>(resource, samplingInterval);
    }
  }

  private static final class Recorder<T> extends ResourceLeakDetector<T> {
    Recorder(Class<T> resource, int samplingInterval) {
      super(resource, samplingInterval);
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      LEAKS.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      LEAKS.add(resourceType + " (nothing is known about where)");
    }
  }
}
