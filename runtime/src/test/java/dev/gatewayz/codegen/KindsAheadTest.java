package dev.gatewayz.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatewayz.internal.json.JsonTokens;
import dev.gatewayz.internal.json.ParserTokens;
import dev.gatewayz.internal.json.TextTokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonToken;

/** What an object is may stand at its end, and in each object inside of it as well. */
class KindsAheadTest {
  private static final String[] KINDS = {"node", "leaf"};
  private static final int DEPTH = 50;

  /** Who finds the tokens. */
  enum Finder {
    TEXT(TextTokens::new),
    PARSER(ParserTokens::of);

    private final Function<String, JsonTokens> tokens;

    Finder(Function<String, JsonTokens> tokens) {
      this.tokens = tokens;
    }
  }

  /** How deep nodes are nested, and how many leaves there are. */
  private record Tree(int depth, int leaves) {
    static Tree read(JsonIn in) {
      return in.union("kind", KINDS, List.<JsonIn.Reader<Tree>>of(Tree::node, Tree::leaf));
    }

    private static Tree node(JsonIn in) {
      Tree[] all = {new Tree(0, 0)};
      in.beginObject();
      while (in.nextMember()) {
        switch (in.name()) {
          case "in" -> all[0] = all[0].with(read(in));
          case "list" -> in.list(Tree::read).forEach(tree -> all[0] = all[0].with(tree));
          default -> in.skip();
        }
      }
      return new Tree(all[0].depth + 1, all[0].leaves);
    }

    private static Tree leaf(JsonIn in) {
      in.beginObject();
      while (in.nextMember()) {
        in.skip();
      }
      return new Tree(1, 1);
    }

    private Tree with(Tree other) {
      return new Tree(Math.max(depth, other.depth), leaves + other.leaves);
    }
  }

  private static String nested(String content) {
    String tree = "{\"text\":\"" + "x".repeat(3_000) + "\",\"kind\":\"leaf\"}";
    for (int i = 1; i < DEPTH; i++) {
      tree = content.replace("TREE", tree);
    }
    return tree;
  }

  private static Tree read(Finder finder, String json) {
    AtomicLong seen = new AtomicLong();
    Tree tree = new JsonIn(new Counted(finder.tokens.apply(json), 0, seen), false).only(Tree::read);
    assertThat(seen.get()).isLessThan(6L * json.length());
    return tree;
  }

  @ParameterizedTest
  @EnumSource
  void noObjectIsReadForEachObjectAroundIt(Finder finder) {
    String padded = "{\"text\":\"" + "x".repeat(500) + "\",\"in\":TREE,\"kind\":\"node\"}";
    assertThat(read(finder, nested(padded))).isEqualTo(new Tree(DEPTH, 1));
    assertThat(read(finder, nested("{\"in\":TREE,\"kind\":\"node\"}")))
        .isEqualTo(new Tree(DEPTH, 1));
  }

  @ParameterizedTest
  @EnumSource
  void objectsBesideEachOtherAreReadTwiceAtMost(Finder finder) {
    String leaf = "{\"text\":\"" + "x".repeat(3_000) + "\",\"n\":1,\"kind\":\"leaf\"},";
    String list = leaf.repeat(40) + "{\"text\":\"\",\"kind\":\"leaf\"}";
    assertThat(read(finder, "{\"list\":[" + list + "],\"kind\":\"node\"}"))
        .isEqualTo(new Tree(2, 41));
    assertThat(read(finder, "{\"kind\":\"node\",\"list\":[" + list + "]}"))
        .isEqualTo(new Tree(2, 41));
  }

  @Test
  void whatIsNoKindIsTold() {
    String text = "\"text\":\"" + "x".repeat(2_000) + "\"";
    String inner = "{" + text + ",\"kind\":{\"kind\":\"leaf\"}}";
    assertMismatch("{" + text + ",\"in\":" + inner + ",\"kind\":\"node\"}", "in.kind");
    assertMismatch("{" + text + ",\"in\":{" + text + "},\"kind\":\"node\"}", "in.kind");
    assertMismatch(
        "{" + text + ",\"in\":{" + text + ",\"kind\":\"bush\"},\"kind\":\"node\"}", "in.kind");
    assertMismatch("{" + text + ",\"kind\":\"bush\"}", "kind");
    assertMismatch("{" + text + ",\"in\":{\"kind\":\"leaf\"}}", "kind");
  }

  private static void assertMismatch(String json, String path) {
    assertThatExceptionOfType(JsonMismatch.class)
        .isThrownBy(() -> new JsonIn(ParserTokens.of(json), false).only(Tree::read))
        .satisfies(e -> assertThat(e.path()).isEqualTo(path));
  }

  /** Counts the characters that are gone over. */
  private record Counted(JsonTokens in, int begin, AtomicLong seen) implements JsonTokens {
    @Override
    public JsonToken next() {
      int before = in.current() == null ? begin : in.place();
      JsonToken token = in.next();
      seen.addAndGet(token == null ? 0 : Math.max(0, in.place() - before));
      return token;
    }

    @Override
    public void skip() {
      int before = in.place();
      in.skip();
      seen.addAndGet(in.place() - before);
    }

    @Override
    public JsonTokens from(int place) {
      return new Counted(in.from(place), place, seen);
    }

    @Override
    public JsonToken current() {
      return in.current();
    }

    @Override
    public String name() {
      return in.name();
    }

    @Override
    public String string() {
      return in.string();
    }

    @Override
    public boolean isLong() {
      return in.isLong();
    }

    @Override
    public long int64() {
      return in.int64();
    }

    @Override
    public double float64() {
      return in.float64();
    }

    @Override
    public float float32() {
      return in.float32();
    }

    @Override
    public BigDecimal decimal() {
      return in.decimal();
    }

    @Override
    public int place() {
      return in.place();
    }

    @Override
    public String path() {
      return in.path();
    }

    @Override
    public String pathOfParent() {
      return in.pathOfParent();
    }
  }
}
