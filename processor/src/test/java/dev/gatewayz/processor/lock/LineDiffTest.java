package dev.gatewayz.processor.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The changes that are shown lead from one text to the other, and there are no more than needed.
 */
class LineDiffTest {

  private static List<String> letters(String text) {
    return text.chars().mapToObj(Character::toString).toList();
  }

  @Test
  void whatWentStandsBeforeWhatCame() {
    assertThat(LineDiff.of(letters("abc"), letters("axc"))).containsExactly("- b", "+ x");
    assertThat(LineDiff.of(letters("abc"), letters("abc"))).isEmpty();
    assertThat(LineDiff.of(List.of(), letters("ab"))).containsExactly("+ a", "+ b");
    assertThat(LineDiff.of(letters("ab"), List.of())).containsExactly("- a", "- b");
  }

  @Test
  void anyTwoTextsDifferByTheLeast() {
    Random random = new Random(11);
    for (int run = 0; run < 500; run++) {
      List<String> before = some(random);
      List<String> after = some(random);
      List<String> changes = LineDiff.of(before, after);
      int kept = before.size() - count(changes, '-');
      assertThat(kept)
          .isEqualTo(after.size() - count(changes, '+'))
          .isEqualTo(common(before, after));
      List<String> rest = new ArrayList<>(before);
      changes.stream().filter(c -> c.startsWith("-")).forEach(c -> rest.remove(c.substring(2)));
      changes.stream().filter(c -> c.startsWith("+")).forEach(c -> rest.add(c.substring(2)));
      assertThat(rest).containsExactlyInAnyOrderElementsOf(after);
    }
  }

  @Test
  void longTextsAreComparedByWhatDiffers() {
    List<String> before = IntStream.range(0, 50_000).mapToObj(i -> "line " + i).toList();
    List<String> after = new ArrayList<>(before);
    after.set(0, "hash");
    after.remove(40_000);
    assertThat(LineDiff.of(before, after)).containsExactly("- line 0", "+ hash", "- line 40000");
    assertThat(LineDiff.of(before, List.of("x")))
        .hasSize(41)
        .last()
        .isEqualTo("and 49961 lines more");
  }

  private static List<String> some(Random random) {
    return random.ints(random.nextInt(7), 'a', 'e').mapToObj(Character::toString).toList();
  }

  private static int count(List<String> changes, char sign) {
    return (int) changes.stream().filter(change -> change.charAt(0) == sign).count();
  }

  private static int common(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    List<String> restA = a.subList(1, a.size());
    List<String> restB = b.subList(1, b.size());
    return a.get(0).equals(b.get(0))
        ? 1 + common(restA, restB)
        : Math.max(common(restA, b), common(a, restB));
  }
}
