package dev.gatewayz.internal.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads Mustache. Any text is a template: what cannot be read becomes a {@link Fault}, and reading
 * goes on behind it, so that one pass finds all that is wrong.
 */
public final class TemplateParser {
  /** Sections inside sections; no prompt needs as many, and recursion stays bounded. */
  static final int MOST_NESTED = 40;

  private final Source source;
  private final String text;
  private final boolean indented;
  private final List<Fault> faults = new ArrayList<>();
  private final TagScanner scanner;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int done;

  private TemplateParser(Source source, boolean indented) {
    this.source = source;
    this.text = source.text();
    this.indented = indented;
    this.scanner = new TagScanner(source, faults);
  }

  /** Reads a template. */
  public static Template parse(Source source) {
    return new TemplateParser(source, false).parse();
  }

  /** Reads a partial whose lines are to be indented: an {@link Node.Indent} begins each of them. */
  public static Template parseIndented(Source source) {
    return new TemplateParser(source, true).parse();
  }

  private Template parse() {
    Output root = new Output(indented, true);
    Frame bottom = new Frame("", Optional.empty(), false, new Span(0, 0), root);
    frames.push(bottom);
    for (Tag tag = scanner.next(); tag != null && !isTooDeep(); ) {
      read(tag);
      tag = scanner.next();
    }
    if (isTooDeep()) {
      Span span = frames.element().span;
      fault(TemplateMessage.TOO_DEEP, span, source.quote(span), String.valueOf(MOST_NESTED));
    } else {
      output().text(text.substring(done));
      while (frames.size() > 1) {
        leaveUnclosed();
      }
    }
    return new Template(source, root.nodes(), faults);
  }

  private boolean isTooDeep() {
    return frames.size() > MOST_NESTED + 1;
  }

  private void read(Tag tag) {
    int start = tag.span().start();
    int end = tag.span().end();
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = lineEnd(end);
    boolean standalone = tag.canStandAlone() && isBlank(lineStart, start) && lineEnd >= 0;
    String indent = standalone ? text.substring(lineStart, start) : "";
    if (done < start - indent.length()) {
      output().text(text.substring(done, start - indent.length()));
    }
    if (!standalone) {
      output().indent();
    }
    done = standalone ? lineEnd : end;
    switch (tag.sigil()) {
      case '!' -> {}
      case '=' -> delimiters(tag);
      case '#', '^' -> enter(tag);
      case '/' -> leave(tag);
      case '>' -> partial(tag, standalone, indent);
      default -> name(tag).ifPresent(name -> output().add(new Node.Variable(name, tag.span())));
    }
    output().atLineStart(standalone || output().atLineStart());
  }

  private void delimiters(Tag tag) {
    String[] pair = tag.content().split("\\s+", -1);
    if (pair.length != 2 || pair[0].isEmpty() || tag.content().contains("=")) {
      fault(TemplateMessage.BAD_DELIMITERS, tag.span(), source.quote(tag.span()));
    } else {
      scanner.delimiters(pair[0], pair[1]);
    }
  }

  private void partial(Tag tag, boolean standalone, String indent) {
    if (tag.content().isEmpty() || tag.content().chars().anyMatch(Character::isWhitespace)) {
      badName(tag);
    } else {
      output().add(new Node.Partial(tag.content(), standalone, indent, tag.span()));
    }
  }

  private void enter(Tag tag) {
    Output body = new Output(indented, output().atLineStart());
    frames.push(new Frame(tag.content(), name(tag), tag.sigil() == '^', tag.span(), body));
  }

  private void leave(Tag tag) {
    String closed = tag.content();
    if (frames.stream().noneMatch(frame -> frame.isClosedBy(closed))) {
      closesNothing(tag);
      return;
    }
    while (!frames.element().isClosedBy(closed)) {
      leaveUnclosed();
    }
    frames.pop().end(output());
  }

  private void closesNothing(Tag tag) {
    Frame frame = frames.element();
    String wrong = source.quote(tag.span());
    if (frame.span.end() == 0) {
      fault(TemplateMessage.UNOPENED, tag.span(), wrong, scanner.tag("#" + tag.content()));
    } else if (tag.content().isEmpty()
        || frames.size() == 2
        || Suggestion.nearest(tag.content(), List.of(frame.written)).isPresent()) {
      String right = scanner.tag("/" + frame.written);
      fault(TemplateMessage.WRONG_CLOSE, tag.span(), wrong, source.quote(frame.span), right);
      frames.pop().end(output());
    } else {
      fault(TemplateMessage.UNOPENED, tag.span(), wrong, scanner.tag("#" + tag.content()));
    }
  }

  private void leaveUnclosed() {
    Frame frame = frames.pop();
    String end = scanner.tag("/" + frame.keyword());
    fault(TemplateMessage.UNCLOSED_SECTION, frame.span, source.quote(frame.span), end);
    frame.end(output());
  }

  private Optional<Name> name(Tag tag) {
    Optional<Name> name = Name.parse(tag.content());
    if (name.isEmpty()) {
      badName(tag);
    }
    return name;
  }

  private void badName(Tag tag) {
    fault(TemplateMessage.BAD_NAME, tag.span(), source.quote(tag.span()), Dialects.advice(tag));
  }

  private void fault(TemplateMessage message, Span span, String... args) {
    faults.add(new Fault(message, span, List.of(args)));
  }

  private Output output() {
    return frames.element().body;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Where the next line begins if nothing more is on this one, or −1. */
  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    if (i == text.length() || text.charAt(i) == '\n') {
      return Math.min(text.length(), i + 1);
    }
    return text.startsWith("\r\n", i) ? i + 2 : -1;
  }

  /** A section that is open; the bottom one is the template itself. */
  private static final class Frame {
    private final String written;
    private final @Nullable Name name;
    private final boolean inverted;
    private final Span span;
    private final Output body;

    Frame(String written, Optional<Name> name, boolean inverted, Span span, Output body) {
      this.written = written;
      this.name = name.orElse(null);
      this.inverted = inverted;
      this.span = span;
      this.body = body;
    }

    /** A section whose tag names nothing, as in {@code {{#if x}}}, is closed by its first word. */
    boolean isClosedBy(String closed) {
      return span.end() > 0 && (closed.equals(written) || closed.equals(keyword()));
    }

    String keyword() {
      return name != null ? written : written.split("\\s", 2)[0];
    }

    void end(Output outer) {
      if (name != null) {
        outer.add(new Node.Section(name, inverted, body.nodes(), span));
      }
      outer.atLineStart(body.atLineStart());
    }
  }
}
