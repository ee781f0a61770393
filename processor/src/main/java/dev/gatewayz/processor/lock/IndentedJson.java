package dev.gatewayz.processor.lock;

import java.util.ArrayList;
import java.util.List;

/** JSON without spaces, one member or element a line. */
final class IndentedJson {
  private final String json;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int depth;

  private IndentedJson(String json) {
    this.json = json;
  }

  static List<String> lines(String json) {
    IndentedJson indented = new IndentedJson(json);
    indented.write();
    return indented.lines;
  }

  private void write() {
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString) {
        line.append(c);
        if (c == '\\') {
          line.append(json.charAt(++i));
        } else if (c == '"') {
          inString = false;
        }
      } else {
        inString = c == '"';
        structure(c, i);
      }
    }
    end();
  }

  private void structure(char c, int i) {
    switch (c) {
      case '{', '[' -> {
        line.append(c);
        if (!closesNext(i)) {
          end();
          depth++;
        }
      }
      case '}', ']' -> {
        if (!opensBefore(i)) {
          end();
          depth--;
        }
        line.append(c);
      }
      case ',' -> {
        line.append(c);
        end();
      }
      case ':' -> line.append(": ");
      default -> line.append(c);
    }
  }

  private boolean closesNext(int i) {
    return i + 1 < json.length() && (json.charAt(i + 1) == '}' || json.charAt(i + 1) == ']');
  }

  private boolean opensBefore(int i) {
    return json.charAt(i - 1) == '{' || json.charAt(i - 1) == '[';
  }

  private void end() {
    if (line.length() > 0) {
      lines.add("  ".repeat(depth) + line);
      line.setLength(0);
    }
  }
}
