package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.Fragment;
import dev.gatewayz.processor.model.Step;
import java.util.List;

/** Generated methods stay within what the JVM takes, which is 64 KiB each. */
final class Size {
  /** As many tags come to about a third of that. */
  static final int MOST = 1200;

  /** All prompts of an interface share the method that fills its constants. */
  static final int MOST_OF_ALL = 4 * MOST;

  private Size() {}

  /** How many steps a prompt has. */
  static int of(List<Step> steps, List<Fragment> fragments) {
    return Step.sizeOf(steps)
        + fragments.stream().mapToInt(fragment -> Step.sizeOf(fragment.steps())).sum();
  }
}
