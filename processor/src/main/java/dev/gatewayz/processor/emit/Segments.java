package dev.gatewayz.processor.emit;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The constant parts of a prompt, as JSON text, in pieces that a class file can hold. */
final class Segments {
  /** A class file holds 65,535 bytes of a constant, and a character takes up to three. */
  static final int MOST_CHARACTERS = 16_384;

  private final List<String> all = new ArrayList<>();

  /** A text as an expression, in pieces that the compiler does not put together again. */
  static CodeBlock literal(String text) {
    return literal(text, Ascii::literal);
  }

  /** A text of several lines as an expression, each on a line of its own. */
  static CodeBlock lines(String text) {
    return literal(text, Segments::plusEach);
  }

  private static String plusEach(String text) {
    return Arrays.stream(text.split("(?<=\n)")).map(Ascii::literal).collect(joining("\n+ "));
  }

  private static CodeBlock literal(String text, UnaryOperator<String> expression) {
    Segments pieces = new Segments();
    pieces.add(text);
    return pieces.all().size() < 2
        ? CodeBlock.of("$L", expression.apply(text))
        : CodeBlock.of(
            "$T.join(\"\",\n$L)",
            String.class,
            pieces.all().stream().map(expression).collect(joining(",\n")));
  }

  /** Adds a text, and tells the numbers of the pieces it comes to. */
  List<Integer> add(String json) {
    List<Integer> numbers = new ArrayList<>();
    int start = 0;
    while (start < json.length()) {
      int end = Math.min(json.length(), start + MOST_CHARACTERS);
      if (end < json.length() && Character.isHighSurrogate(json.charAt(end - 1))) {
        end--;
      }
      numbers.add(all.size());
      all.add(json.substring(start, end));
      start = end;
    }
    return numbers;
  }

  List<String> all() {
    return all;
  }
}
