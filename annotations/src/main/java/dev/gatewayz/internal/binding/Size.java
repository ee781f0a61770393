package dev.gatewayz.internal.binding;

import java.util.List;

/** Generated methods stay within what the JVM takes, which is 64 KiB each. */
public final class Size {
  /** As many tags come to about a third of that. */
  public static final int MOST = 1200;

  /** All prompts of an interface share the method that fills its constants. */
  public static final int MOST_OF_ALL = 4 * MOST;

  private Size() {}

  /** How many steps a prompt has. */
  public static int of(List<Step> steps, List<Fragment> fragments) {
    return Step.sizeOf(steps)
        + fragments.stream().mapToInt(fragment -> Step.sizeOf(fragment.steps())).sum();
  }
}
