package dev.gatewayz.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackTreeTest {
  private final StackTree tree = new StackTree("all");

  @Test
  void stacksThatBeginAlikeShareWhatTheyHaveInCommon() {
    tree.add(List.of("main", "read", "scan"), 2);
    tree.add(List.of("main", "read", "copy"), 1);
    tree.add(List.of("main", "write"), 4);
    assertThat(json(1))
        .isEqualTo(
            "[\"all\",7,[[\"main\",7,[[\"read\",3,[[\"copy\",1,[]],[\"scan\",2,[]]]],[\"write\",4,[]]]]]]");
  }

  @Test
  void aStackThatEndsEarlierWeighsWhereItEnds() {
    tree.add(List.of("main"), 1);
    tree.add(List.of("main", "read"), 1);
    assertThat(json(1)).isEqualTo("[\"all\",2,[[\"main\",2,[[\"read\",1,[]]]]]]");
  }

  @Test
  void aMethodThatCallsItselfStandsBelowItself() {
    tree.add(List.of("walk", "walk"), 1);
    assertThat(json(1)).isEqualTo("[\"all\",1,[[\"walk\",1,[[\"walk\",1,[]]]]]]");
  }

  @Test
  void whatWeighsTooLittleIsLeftOutAndStillCounts() {
    tree.add(List.of("often"), 99);
    tree.add(List.of("seldom", "deep"), 1);
    assertThat(json(2)).isEqualTo("[\"all\",100,[[\"often\",99,[]]]]");
  }

  @Test
  void namesCannotEndTheScriptThatTheyStandIn() {
    tree.add(List.of("Foo.<init>", "</script>\"\\é"), 1);
    assertThat(json(1))
        .isEqualTo(
            "[\"all\",1,[[\"Foo.\\u003cinit>\",1,[[\"\\u003c/script>\\u0022\\u005c\\u00e9\",1,[]]]]]]");
  }

  private String json(long least) {
    StringBuilder out = new StringBuilder();
    tree.writeJson(out, least);
    return out.toString();
  }
}
