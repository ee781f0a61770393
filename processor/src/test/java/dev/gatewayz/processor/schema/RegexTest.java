package dev.gatewayz.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.processor.model.Constraint;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[a-z]{2} ^[a-z]{2}$",
        "^[a-z]+$ ^[a-z]+$",
        "a|b ^(a|b)$",
        "\\d{4}-\\d\\d ^[0-9]{4}-[0-9][0-9]$",
        "[\\w.-]+@\\w+\\.com ^[A-Za-z0-9_.-]+@[A-Za-z0-9_]+\\.com$",
        "\\D+ ^[^0-9]+$",
        "(?:ab)+?c*? ^(ab)+c*$",
        "[\\.\\]x] ^[.\\]x]$",
        "a\\-b\\/c ^a-b/c$",
        "\\$\\d+ ^\\$[0-9]+$",
      })
  void theCommonPartIsTranslated(String regex, String expected) {
    assertThat(Regex.portable(new Constraint.Matching(regex, 0))).contains(expected);
    assertThat(Pattern.compile(expected)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)a",
        "(?<n>a)",
        "(?=a)b",
        "a++",
        "a*+",
        "\\p{L}",
        "\\bword\\b",
        "(a)\\1",
        "[a&&[^b]]",
        "[a[b]]",
        "\\Qa\\E",
        "a$b",
        "^a|b$c",
        "[\\D]",
        "[a\\-z]",
        "\\x41",
        "\\u0041"
      })
  void whatOnlyJavaHasIsLeftOut(String regex) {
    assertThat(Regex.isPortable(new Constraint.Matching(regex, 0))).isFalse();
  }
}
