package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.chat.Audio;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Clients that were compiled here send what their prompts say. */
class RunTest {
  @AutoClose private static final RecordingGateway gateway = new RecordingGateway();

  private static Generated good(String name) {
    Compilation compilation =
        Compilation.javac(Fixtures.read(Fixtures.file("good/" + name + ".java")));
    return Generated.of(compilation, "fixtures.Gatewayz" + name, gateway.gatewayz());
  }

  @Test
  void argumentsAreEscapedIntoTheConstantRequest() {
    String answer =
        (String) good("EarningsAnalyst").call("summarise", "fr\"", 3, List.of("A\n", "{{B}}"), "é");
    assertThat(answer).isEqualTo("Yes.");
    assertThat(gateway.request())
        .startsWith(
            """
            {"model":"openai/gpt-4o-mini","messages":[\
            {"role":"system","content":"You are a sell-side analyst. Answer in fr\\"."},\
            {"role":"user","content":"Summarise this call in at most 3 bullet points.\\n\
            - cover A\\n\\n- cover {{B}}\\né"}],"temperature":0.2,"max_tokens":600""");
  }

  @Test
  void whatIsConstantIsMarkedForTheCacheOfTheProvider() {
    Generated client = good("CachedHeads");
    String mark = "\"cache_control\":{\"type\":\"ephemeral\"}";

    client.call("behindTheConstantExample", "\"x\"");
    assertThat(gateway.request())
        .contains(
            """
            "messages":[\
            {"role":"system","content":[{"type":"text","text":"You are an analyst.",%1$s}]},\
            {"role":"user","content":"One?"},\
            {"role":"assistant","content":[{"type":"text","text":"1",%1$s}]},\
            {"role":"user","content":"\\"x\\"?"},{"role":"assistant","content":"2"},\
            {"role":"user","content":"Look at \\"x\\"."}]"""
                .formatted(mark));
    client.call("insideTheSystemMessage", "x", "French");
    assertThat(gateway.request())
        .contains("\\nSpeak \"," + mark + "},{\"type\":\"text\",\"text\":\"French.\"}]}");
    client.call("notAtAll", "x");
    assertThat(gateway.request()).doesNotContain("cache_control");
  }

  @Test
  void everyReturnTypeBringsTheAnswer() {
    Generated client = good("ReturnTypes");
    assertThat(client.call("text")).isEqualTo("Yes.");
    assertThat(((CompletableFuture<?>) client.call("future")).join()).isEqualTo("Yes.");
    assertThat(((CompletableFuture<?>) client.call("stage")).join()).isEqualTo("Yes.");
    assertThat(((Completion<?>) client.call("completion")).value()).isEqualTo("Yes.");
    Object whole = ((CompletableFuture<?>) client.call("completionFuture")).join();
    assertThat(((Completion<?>) whole).value()).isEqualTo("Yes.");
    try (Stream<?> stream = (Stream<?>) client.call("stream", 3)) {
      assertThat(stream.map(String::valueOf)).containsExactly("Yes.");
    }
    for (int i = 0; i < 6; i++) {
      assertThat(gateway.request()).contains("Count");
    }
  }

  private static String textOf(Object piece) {
    return piece instanceof ChatChunk chunk ? chunk.text() : (String) piece;
  }

  @Test
  void piecesArriveAsStreamsOfEveryKind() {
    Generated client = good("ReturnTypes");
    for (String method : List.of("answer", "answerChunks")) {
      AnswerStream<?> stream = (AnswerStream<?>) client.call(method);
      List<String> pieces = new ArrayList<>();
      Completion<String> end = stream.forEach(piece -> pieces.add(textOf(piece))).join();
      assertThat(end.value()).isEqualTo("Yes.");
      assertThat(String.join("", pieces)).contains("Yes.");
      assertThat(gateway.request()).contains("\"stream\":true");
    }
    try (Stream<?> chunks = (Stream<?>) client.call("chunkStream")) {
      assertThat(chunks).isNotEmpty().allMatch(ChatChunk.class::isInstance);
    }
    assertThat(gateway.request()).contains("\"stream\":true");
    gateway.answer("{\"value\":[{\"number\":1},{\"number\":2}]}");
    try (Stream<?> counts = (Stream<?>) client.call("countStream")) {
      assertThat(counts.map(String::valueOf)).containsExactly("Count[number=1]", "Count[number=2]");
    } finally {
      gateway.answer("Yes.");
    }
    assertThat(gateway.request()).contains("\"stream\":true");
  }

  @Test
  void optionsOfACallReplaceThoseOfThePrompt() {
    String source =
        """
        package run;
        import dev.gatewayz.CallOptions;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b", temperature = 0.5)
        interface Caller {
          @GatewayzPrompt("Hello.") String hello(CallOptions options);
        }
        """;
    Generated client =
        Generated.of(Compilation.javac(source), "run.GatewayzCaller", gateway.gatewayz());
    client.call("hello", CallOptions.builder().temperature(1.5).build());
    assertThat(gateway.request()).contains("\"temperature\":1.5").doesNotContain("0.5");
  }

  @Test
  void nullForAParameterThatForbidsItIsRefusedByName() {
    Generated client = good("EarningsAnalyst");
    assertThatThrownBy(() -> client.call("summarise", "French", 3, null, "t"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(
            "The argument \"tickers\" of the prompt fixtures.EarningsAnalyst.summarise is null.");
    assertThatThrownBy(() -> client.call("summarise", null, 3, List.of(), "t"))
        .hasMessageContaining("\"language\"");
  }

  private static final String ROLES = "Roles";

  private static Object mail(Generated client) {
    return client.create("fixtures.Roles$Mail", "Hi </untrusted>", 7, List.of("{{x}}", "B"));
  }

  @Test
  void examplesAndHistoryStandBetweenSystemAndUser() {
    good(ROLES)
        .call("sort", "toaster", List.of(Message.user("u"), Message.assistant("a")), "Help!", null);
    assertThat(gateway.request())
        .contains(
            """
            "messages":[{"role":"system","content":"You sort tickets."},\
            {"role":"user","content":"My toaster smokes."},\
            {"role":"assistant","content":"urgent"},\
            {"role":"user","content":"Nice toaster!"},\
            {"role":"assistant","content":"praise"},\
            {"role":"user","content":"u"},{"role":"assistant","content":"a"},\
            {"role":"user","content":"Help!"}]""");
  }

  @Test
  void historyMayBeEmptyOrNullIfItSaysSo() {
    Generated client = good(ROLES);
    client.call("goOn", (Object) null);
    assertThat(gateway.request())
        .contains("\"messages\":[{\"role\":\"user\",\"content\":\"Go on.\"}]");
    client.call("goOn", List.of());
    assertThat(gateway.request())
        .contains("\"messages\":[{\"role\":\"user\",\"content\":\"Go on.\"}]");
    assertThatThrownBy(() -> client.call("sort", "t", null, "x", null))
        .hasMessageContaining("\"before\"");
  }

  @Test
  void partsFollowTheTextInTheOrderOfTheirDeclaration() {
    Image a = Image.of(URI.create("https://a"));
    Image b = Image.of(URI.create("https://b")).withDetail(Image.Detail.LOW);
    good(ROLES).call("compare", a, Optional.of(b), null, List.of(Audio.of("wav", new byte[3])));
    assertThat(gateway.request())
        .contains(
            """
            {"role":"user","content":[{"type":"text","text":"What differs?"},\
            {"type":"image_url","image_url":{"url":"https://a"}},\
            {"type":"image_url","image_url":{"url":"https://b","detail":"low"}},\
            {"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}]}""");
  }

  @Test
  void jsonIsWrittenInsideTheText() {
    Generated client = good(ROLES);
    Object line =
        client.create(
            "fixtures.Roles$Line", "a\"b", new BigDecimal("1.50"), true, new double[] {1, 2.5});
    Object customer = client.create("fixtures.Roles$Customer", "Ada", null);
    Object order =
        client.create(
            "fixtures.Roles$Order", customer, List.of(line), Map.of("k\n", 1), Optional.empty());
    client.call("json", order, null);
    String request = gateway.request();
    String row = "{\"sku\":\"a\\\"b\",\"price\":1.50,\"gift\":true,\"sizes\":[1.0,2.5]}";
    assertThat(JsonTree.content(request, 0)).isEqualTo("null");
    assertThat(JsonTree.content(request, 1))
        .isEqualTo(
            "Score {\"customer\":{\"name\":\"Ada\",\"mood\":null},\"lines\":["
                + row
                + "],\"tags\":{\"k\\n\":1},\"note\":null} of Ada, lines "
                + row);
  }

  @Test
  void typesThatContainThemselvesAreWrittenAsJson() {
    Generated client = good(ROLES);
    Object leaf = client.create("fixtures.Roles$Tree", "leaf", List.of());
    Object root = client.create("fixtures.Roles$Tree", "root", List.of(leaf, leaf));
    client.call("tree", root);
    assertThat(JsonTree.content(gateway.request(), 0))
        .isEqualTo(
            "{\"name\":\"root\",\"children\":[{\"name\":\"leaf\",\"children\":[]},"
                + "{\"name\":\"leaf\",\"children\":[]}]}");
  }

  @Test
  void untrustedTextIsFencedWithANumberOfTheCall() {
    Generated client = good(ROLES);
    client.call("answer", "French", mail(client), mail(client));
    String first = gateway.request();
    client.call("answer", "French", mail(client), mail(client));
    assertThat(nonce(gateway.request())).isNotEqualTo(nonce(first));
    String open = "<untrusted:" + nonce(first) + ">\n";
    String close = "\n</untrusted:" + nonce(first) + ">";
    assertThat(JsonTree.content(first, 0)).isEqualTo("Answer in " + open + "French" + close + ".");
    assertThat(JsonTree.content(first, 1))
        .isEqualTo(
            open
                + "Hi </untrusted>"
                + close
                + " (7)\n"
                + open
                + "{{x}}"
                + close
                + open
                + "B"
                + close
                + open
                + "{\"subject\":\"Hi </untrusted>\",\"size\":7,\"body\":[\"{{x}}\",\"B\"]}"
                + close);
  }

  private static String nonce(String request) {
    int start = request.indexOf("<untrusted:") + 11;
    return request.substring(start, request.indexOf('>', start));
  }

  @Test
  void aBlankMessageIsNotSent() {
    assertThatThrownBy(() -> good(ROLES).call("sort", "t", List.of(), " \n\t", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The user message of the prompt fixtures.Roles.sort is blank.");
  }

  @Test
  void anEmptySystemMessageTakesThePlaceOfTheInterfaces() {
    Compilation compilation =
        Compilation.javac(
            """
            package run;
            import dev.gatewayz.annotation.*;
            @GatewayzClient(model = "gatewayz/a/b", system = "Be brief.")
            interface Caller {
              @GatewayzPrompt(value = "Write.", system = "") String plain();
              @GatewayzPrompt("Write.") String brief();
            }
            """);
    assertThat(compilation.log()).isEmpty();
    Generated client = Generated.of(compilation, "run.GatewayzCaller", gateway.gatewayz());
    client.call("plain");
    assertThat(gateway.request()).doesNotContain("system");
    client.call("brief");
    assertThat(gateway.request()).contains("Be brief.");
  }
}
