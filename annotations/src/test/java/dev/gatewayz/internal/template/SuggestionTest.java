package dev.gatewayz.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was meant is suggested, and what was not meant is not. */
class SuggestionTest {
  private static final List<String> NAMES =
      List.of(
          "topic",
          "language",
          "question",
          "customerName",
          "id",
          "tickers",
          "max_tokens",
          "URL",
          "transcript",
          "a");

  @ParameterizedTest
  @CsvSource({
    // slips of the finger
    "topci, topic",
    "tpoic, topic",
    "topi, topic",
    "topicc, topic",
    "tobic, topic",
    "langauge, language",
    "lanquaje, language",
    "quesiton, question",
    "transcirpt, transcript",
    "trnscrpt, transcript",
    // number, case and separators
    "questions, question",
    "ticker, tickers",
    "Topic, topic",
    "TOPIC, topic",
    "customer_name, customerName",
    "customer-name, customerName",
    "CustomerName, customerName",
    "maxTokens, max_tokens",
    "url, URL",
    "ID, id",
    "ids, id",
    "di, id",
    // nothing like it
    "subject,",
    "tone,",
    "lang,",
    "text,",
    "name,",
    "customer,",
    "b,",
    "xy,",
    "script,",
    "speech,"
  })
  void aTypoFindsWhatWasMeant(String typo, String meant) {
    assertThat(Suggestion.nearest(typo, NAMES)).isEqualTo(Optional.ofNullable(meant));
  }

  @org.junit.jupiter.api.Test
  void aLongListIsCut() {
    assertThat(Suggestion.list(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(Suggestion.list(NAMES))
        .isEqualTo("topic, language, question, customerName, id, tickers, max_tokens, URL, ...");
  }
}
