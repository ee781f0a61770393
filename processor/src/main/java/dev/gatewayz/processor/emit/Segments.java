package dev.gatewayz.processor.emit;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** The constant parts of a prompt, as JSON text, in pieces that a class file can hold. */
final class Segments {
  /** A class file holds 65,535 bytes of a constant, and a character takes up to three. */
  static final int MOST_CHARACTERS = 16_384;

  private final List<String> all = new ArrayList<>();

  /** A text as an expression, in pieces that the compiler does not put together again. */
  static CodeBlock literal(String text) {
    Segments pieces = new Segments();
    pieces.add(text);
    return pieces.all().size() < 2
        ? CodeBlock.of("$L", Ascii.literal(text))
        : CodeBlock.of(
            "$T.join(\"\",\n$L)",
            String.class,
            pieces.all().stream().map(Ascii::literal).collect(joining(",\n")));
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
