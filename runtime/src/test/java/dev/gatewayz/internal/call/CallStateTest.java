package dev.gatewayz.internal.call;

import static dev.gatewayz.internal.call.CallState.ASKING;
import static dev.gatewayz.internal.call.CallState.ENDED;
import static dev.gatewayz.internal.call.CallState.NEW;
import static dev.gatewayz.internal.call.CallState.PAUSING;
import static dev.gatewayz.internal.call.CallState.QUEUED;
import static dev.gatewayz.internal.call.CallState.TOOLS;
import static dev.gatewayz.internal.call.CallState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows that the description of the package draws, and no others. */
class CallStateTest {
  private static final Map<CallState, Set<CallState>> ARROWS =
      Map.of(
          NEW, EnumSet.of(QUEUED, ENDED),
          QUEUED, EnumSet.of(WAITING, ASKING, TOOLS, ENDED),
          WAITING, EnumSet.of(ASKING, ENDED),
          ASKING, EnumSet.of(WAITING, ASKING, PAUSING, TOOLS, ENDED),
          PAUSING, EnumSet.of(WAITING, ASKING, ENDED),
          TOOLS, EnumSet.of(WAITING, ASKING, ENDED),
          ENDED, EnumSet.noneOf(CallState.class));

  @Test
  void aCallGoesWhereTheArrowsLeadAndNowhereElse() {
    for (CallState from : CallState.values()) {
      for (CallState to : CallState.values()) {
        assertThat(from.mayBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(ARROWS.get(from).contains(to));
      }
    }
  }
}
