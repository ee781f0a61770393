package dev.gatewayz.testkit.fake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of a {@link Fake}. Immutable.
 *
 * @param prompt the prompt, as its id names it
 * @param arguments what was passed to it
 */
public record FakeCall(String prompt, List<@Nullable Object> arguments) {

  /**
   * Copies the list.
   *
   * @param prompt the id of the prompt
   * @param arguments what was passed to it
   */
  public FakeCall {
    arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
  }

  /** As Java would write it, as in {@code write("autumn")}. */
  @Override
  public String toString() {
    return arguments.stream()
        .map(argument -> argument instanceof String text ? "\"" + text + "\"" : "" + argument)
        .collect(Collectors.joining(", ", prompt + "(", ")"));
  }
}
