package dev.gatewayz.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any text is a template, or has faults that lie inside it. */
class TemplateFuzzTest {
  private static final String[] PIECES = {
    "{{",
    "}}",
    "{{{",
    "}}}",
    "{",
    "}",
    "{{#",
    "{{/",
    "{{^",
    "{{!",
    "{{>",
    "{{&",
    "{{=",
    "=}}",
    "a",
    "b.c",
    ".",
    "..",
    " ",
    "\n",
    "\r\n",
    "\t",
    "<%",
    "%>",
    "|",
    "{{= | | =}}",
    "{{#a}}",
    "{{/a}}",
    "{{a}}",
    "if x",
    "\ud83d",
    "\ude00",
    "\u0000",
    "\u2028",
    "é",
    "\"",
    "\\",
    "{{> p }}",
    "else"
  };

  @Test
  void noTextIsTooOdd() {
    Random random = new Random(42);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(25);
      for (int j = 0; j < length; j++) {
        text.append(
            random.nextInt(10) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : PIECES[random.nextInt(PIECES.length)]);
      }
      check(text.toString());
    }
  }

  @Test
  void aThousandOpenSectionsEndInOneFault() {
    Template template = TemplateParser.parse(new Source("template", "{{#a}}".repeat(100_000)));
    assertThat(template.faults()).hasSize(1);
  }

  private static void check(String text) {
    Source source = new Source("template", text);
    for (Template template :
        new Template[] {TemplateParser.parse(source), TemplateParser.parseIndented(source)}) {
      for (Fault fault : template.faults()) {
        Span span = fault.span();
        assertThat(span.start()).isBetween(0, span.end());
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
        assertThat(source.excerpt(span).line()).isPositive();
        assertThat(source.quote(span)).isNotNull();
      }
    }
  }
}
