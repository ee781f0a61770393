package dev.gatewayz.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementSplitterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[] | ",
        "[1,2.5 ,true,null] | 1 2.5 true null",
        "[\"a\",\"b]\\\"[\",\"\"] | \"a\" \"b]\\\"[\" \"\"",
        "{\"items\":[{\"a\":[1,{\"b\":\"}]\"}]},{}]} | {\"a\":[1,{\"b\":\"}]\"}]} {}",
        "```json {\"it[e]ms\": [ [1] , [[2]] ] } ``` | [1] [[2]]",
        "{\"a\":\"\\\"[\",\"items\":[7]} | 7",
        "<think>[1,2]</think>[3] | 3",
        "<think>or {\"items\":[1]}, no</think>{\"items\":[3]} | 3",
        "<THINKING>a > [b]</THINKING > <think>[1]</think> [3] | 3",
        "[THINK]{\"items\":[1]}[/THINK][3] | 3",
        "Is it {a}?</think>{\"items\":[3]} | 3",
        "\u25c1think\u25b7[1]\u25c1/think\u25b7[3] | 3",
        "[\"<think>\",\"</think>[\"] | \"<think>\" \"</think>[\"",
        "{\"a\":\"</think>\",\"items\":[3]}</think> | 3",
        "[\"THINK\",THINK] | \"THINK\" THINK",
      })
  void elementsAreCutOutHoweverTheDocumentArrives(String document, String elements) {
    List<String> expected = elements == null ? List.of() : List.of(elements.split(" "));
    for (int step = 1; step <= document.length(); step++) {
      ElementSplitter splitter = new ElementSplitter();
      List<String> seen = new ArrayList<>();
      for (int i = 0; i < document.length(); i += step) {
        splitter.feed(document.substring(i, Math.min(i + step, document.length())), seen::add);
      }
      assertThat(seen).as("in pieces of %d", step).isEqualTo(expected);
      assertThat(splitter.isComplete()).isTrue();
    }
  }

  @Test
  void whatIsSaidInAnotherChannelIsNoElement() {
    String said =
        "<|channel|>analysis<|message|>[1]<|end|><|channel|>final<|message|>[3]<|return|>";
    elementsAreCutOutHoweverTheDocumentArrives(said, "3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[ | 0",
        "[1,2 | 1",
        "[\"a\",\"b | 1",
        "{\"items\":[{\"a\":1},{\"b\" | 1",
        "no | 0",
        "<think>[1] | 0",
        "[1,2]</think>[3] | 2"
      })
  void aListThatIsCutIsNotComplete(String document, int whole) {
    ElementSplitter splitter = new ElementSplitter();
    List<String> seen = new ArrayList<>();
    splitter.feed(document, seen::add);
    assertThat(seen).hasSize(whole);
    assertThat(splitter.isComplete()).isFalse();
  }
}
