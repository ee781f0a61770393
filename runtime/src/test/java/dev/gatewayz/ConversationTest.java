package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Role;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.intercept.Caching;
import dev.gatewayz.intercept.CaffeineAnswerCache;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.TokenEstimator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A conversation remembers what was said in the calls that were made in it. */
class ConversationTest extends Calls {
  private static final Prompt ANSWER =
      Prompt.of(
          "Support.answer",
          "0",
          "gatewayz/openai/gpt-4o-mini",
          "",
          "{\"role\":\"system\",\"content\":\"Be kind.\"},",
          "{\"role\":\"user\",\"content\":\"",
          "\"}");

  /** Written as the processor writes it. */
  private static Rendering asking(Conversation conversation, String question) {
    return ANSWER
        .render()
        .raw(0)
        .history("conversation", conversation)
        .raw(1)
        .text("question", question)
        .raw(2);
  }

  private static String answer(PromptClient support, Conversation conversation, String question) {
    return support.call(asking(conversation, question), AnswerType.TEXT);
  }

  private static Conversation conversation() {
    return Conversation.withMaxMessages(20);
  }

  private static List<String> said(Iterable<Message> messages) {
    List<String> said = new ArrayList<>();
    messages.forEach(message -> said.add(text(message)));
    return said;
  }

  private static String text(Message message) {
    String json = Conversation.withMaxMessages(1).add(message).toJson();
    return json.replaceAll(".*\"content\":\"([^\"]*)\".*", "$1");
  }

  @Test
  void theNextCallSeesWhatWasSaidBefore() {
    Conversation conversation = conversation();
    PromptClient support = Prompts.of(client());
    gateway.reply(Reply.text("On its way."), Reply.text("Tomorrow."));

    answer(support, conversation, "Where is it?");
    answer(support, conversation, "When does it come?");

    gateway.takeRequest();
    assertThat(gateway.takeRequest().bodyText())
        .contains(
            """
            "messages":[{"role":"system","content":"Be kind."},\
            {"role":"user","content":"Where is it?"},\
            {"role":"assistant","content":"On its way."},\
            {"role":"user","content":"When does it come?"}]""");
    assertThat(conversation.messages())
        .containsExactly(
            Message.user("Where is it?"),
            Message.assistant("On its way."),
            Message.user("When does it come?"),
            Message.assistant("Tomorrow."));
  }

  @Test
  void everyWayToGetAnAnswerIsRemembered() {
    Conversation conversation = conversation();
    PromptClient support = Prompts.of(client());
    gateway.respond(request -> request.isStream() ? Reply.chunks("a", "b") : Reply.text("ab"));

    support.call(asking(conversation, "1"), AnswerType.TEXT);
    support.callAsync(asking(conversation, "2"), AnswerType.TEXT).join();
    support.complete(asking(conversation, "3"), AnswerType.TEXT);
    support.completeAsync(asking(conversation, "4"), AnswerType.TEXT).join();
    Probe.all(support.publish(asking(conversation, "5"), AnswerType.TEXT)).awaitCompletion();
    Probe.all(support.publishCompletion(asking(conversation, "6"), AnswerType.TEXT))
        .awaitCompletion();
    Probe.all(support.text(asking(conversation, "7"))).awaitCompletion();
    Completion<String> end = support.text(asking(conversation, "8")).forEach(text -> {}).join();
    Probe.all(support.chunks(asking(conversation, "9"))).awaitCompletion();
    try (Stream<String> pieces = support.text(asking(conversation, "10")).blocking()) {
      assertThat(pieces).containsExactly("a", "b");
    }

    assertThat(end.value()).isEqualTo("ab");
    assertThat(said(conversation))
        .containsExactly(
            "1", "ab", "2", "ab", "3", "ab", "4", "ab", "5", "ab", "6", "ab", "7", "ab", "8", "ab",
            "9", "ab", "10", "ab");
  }

  @Test
  void itKnowsTheAnswerWhenTheCallerDoes() {
    Conversation conversation = conversation();
    PromptClient support = Prompts.of(client());
    gateway.respond(request -> request.isStream() ? Reply.chunks("a", "b") : Reply.text("ab"));
    List<Integer> sizes = new ArrayList<>();

    support
        .callAsync(asking(conversation, "1"), AnswerType.TEXT)
        .thenAccept(text -> sizes.add(conversation.messages().size()))
        .join();
    support
        .text(asking(conversation, "2"))
        .forEach(text -> {})
        .thenAccept(end -> sizes.add(conversation.messages().size()))
        .join();

    assertThat(sizes).containsExactly(2, 4);
  }

  @Test
  void aThreadThatBlocksNeedsNoExecutorOfCallbacks() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      Conversation conversation = conversation();
      PromptClient support = Prompts.of(client(builder -> builder.callbackExecutor(one)));
      gateway.respond(request -> Reply.chunks("a", "b"));

      List<String> pieces =
          one.submit(
                  () -> {
                    try (Stream<String> text = support.text(asking(conversation, "1")).blocking()) {
                      return text.toList();
                    }
                  })
              .get();

      assertThat(pieces).containsExactly("a", "b");
      assertThat(said(conversation)).containsExactly("1", "ab");
    } finally {
      one.shutdown();
    }
  }

  @Test
  void toolsAreRememberedAndCorrectionsAreNot() {
    Conversation conversation = conversation();
    PromptClient support = Prompts.of(client());
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> "rain";
            },
            "forecast");
    gateway.reply(
        Reply.toolCalls(new FunctionCall("forecast", "{}")), Reply.text("many"), Reply.text("3"));

    int days =
        support.call(
            asking(conversation, "For how long?").tools(tools, 3).repair(1),
            AnswerType.of(in -> in.int32()));

    assertThat(days).isEqualTo(3);
    List<Message> messages = conversation.messages();
    assertThat(messages).hasSize(4);
    assertThat(messages.get(0)).isEqualTo(Message.user("For how long?"));
    AssistantMessage asked = (AssistantMessage) messages.get(1);
    assertThat(asked.toolCalls()).extracting(ToolCall::name).containsExactly("forecast");
    assertThat(messages.get(2)).isEqualTo(Message.tool(asked.toolCalls().get(0).id(), "rain"));
    assertThat(messages.get(3)).isEqualTo(Message.assistant("3"));
  }

  @Test
  void aCallThatWaitedForAnApprovalIsRememberedWhenItHasItsAnswer() {
    Conversation conversation = conversation().add(Message.user("Hi")).add(Message.assistant("Hi"));
    PromptClient support = Prompts.of(client());
    Tools tools =
        Tools.of(
                (tool, in) -> {
                  in.skip();
                  return () -> "paid";
                },
                "pay")
            .withApproval("pay");
    gateway.reply(Reply.toolCalls(new FunctionCall("pay", "{}")), Reply.text("Done."));

    ApprovalRequiredException waiting =
        assertThrows(
            ApprovalRequiredException.class,
            () -> support.call(asking(conversation, "Pay!").tools(tools, 3), AnswerType.TEXT));
    assertThat(conversation.messages()).hasSize(2);
    Approvals approved = Approvals.of(waiting).approve(waiting.wanted().get(0).id());
    support.call(
        asking(conversation, "Pay!")
            .tools(tools, 3)
            .options(CallOptions.builder().approvals(approved).build()),
        AnswerType.TEXT);

    List<Message> messages = conversation.messages();
    assertThat(messages).hasSize(6);
    assertThat(messages.get(2)).isEqualTo(Message.user("Pay!"));
    assertThat(messages.get(4).role()).isEqualTo(Role.TOOL);
    assertThat(messages.get(5)).isEqualTo(Message.assistant("Done."));
  }

  @Test
  void whatHasNoAnswerIsNotRemembered() {
    Conversation conversation = conversation();
    PromptClient support = Prompts.of(client(builder -> builder.maxRetries(0)));
    Gate gate = Gate.closed();
    gateway.reply(
        Reply.status(503),
        Reply.text("It is on").finishReason("length"),
        Reply.chunks("It is on").noFinishReason(),
        Reply.text(""),
        Reply.text("Late.").first(Step.await(gate)),
        Reply.chunks("It is ", "on its way.").after(2, Step.await(gate)));

    assertThatThrownBy(() -> answer(support, conversation, "1"))
        .isInstanceOf(ServiceUnavailableException.class);
    assertThatThrownBy(() -> answer(support, conversation, "2"))
        .isInstanceOf(AnswerTruncatedException.class);
    Probe.all(support.text(asking(conversation, "3"))).awaitFailure(StreamTruncatedException.class);
    support.complete(asking(conversation, "4"), AnswerType.TEXT);
    CompletableFuture<String> cancelled =
        support.callAsync(asking(conversation, "5"), AnswerType.TEXT);
    gate.awaitWaiting(1, Duration.ofSeconds(20));
    cancelled.cancel(true);
    Probe<String> probe = Probe.all(support.text(asking(conversation, "6")));
    probe.awaitItems(1);
    probe.cancel();
    gate.open();
    gateway.awaitCounters(counters -> counters.requestsOpen() == 0);

    assertThat(conversation.messages()).isEmpty();
  }

  @Test
  void whatInterceptorsMakeOfARequestIsNotRemembered() {
    Conversation conversation = conversation();
    PromptClient support =
        Prompts.of(
            client(
                builder ->
                    builder.interceptor(
                        new Interceptor() {
                          @Override
                          public OutgoingCall request(OutgoingCall call) {
                            return call.withMessages(
                                List.of(
                                    Message.system("Know this: the post is slow."),
                                    Message.user("Rewritten.")));
                          }
                        })));
    gateway.respond(request -> request.isStream() ? Reply.chunks("a", "b") : Reply.text("ab"));

    answer(support, conversation, "1");
    Probe.all(support.text(asking(conversation, "2"))).awaitCompletion();

    assertThat(said(conversation)).containsExactly("1", "ab", "2", "ab");
  }

  @Test
  void anAnswerFromACacheIsRememberedToo() {
    Caching caching = new Caching(new CaffeineAnswerCache(10, Duration.ofHours(1)));
    PromptClient support = Prompts.of(client(builder -> builder.interceptor(caching)));
    Conversation first = conversation();
    Conversation second = conversation();
    gateway.reply(Reply.text("On its way."));

    answer(support, first, "Where is it?");
    answer(support, second, "Where is it?");

    assertThat(gateway.requests()).hasSize(1);
    assertThat(second.messages()).isEqualTo(first.messages()).hasSize(2);
  }

  @Test
  void callsAtTheSameTimeAddTheirTurnsWhole() {
    Conversation conversation = conversation();
    PromptClient support = Prompts.of(client());
    Gate gate = Gate.closed();
    gateway.respond(
        request ->
            request.prompt().equals("slow")
                ? Reply.text("Slow.").first(Step.await(gate))
                : Reply.text("Quick."));

    CompletableFuture<String> slow =
        support.callAsync(asking(conversation, "slow"), AnswerType.TEXT);
    gate.awaitWaiting(1, Duration.ofSeconds(20));
    answer(support, conversation, "quick");
    gate.open();
    slow.join();

    assertThat(said(conversation)).containsExactly("quick", "Quick.", "slow", "Slow.");
  }

  @Test
  void aQuestionThatWaitsForItsAnswerIsNotAskedTwice() {
    Conversation conversation = conversation().add(Message.user("Where is it?"));
    Prompt goOn =
        Prompt.of(
            "Support.goOn",
            "0",
            "gatewayz/openai/gpt-4o-mini",
            "",
            "{\"role\":\"user\",\"content\":\"Where is it?\"}");
    gateway.reply(Reply.text("On its way."));

    Prompts.of(client()).call(goOn.render().history("c", conversation).raw(0), AnswerType.TEXT);

    assertThat(said(conversation)).containsExactly("Where is it?", "On its way.");
  }

  @Test
  void theOldestTurnsAreForgottenWhole() {
    Conversation conversation =
        Conversation.withMaxMessages(4)
            .add(Message.system("Be kind."))
            .add(
                List.of(
                    Message.user("Rain?"),
                    Message.assistant("", List.of(new ToolCall("a", "forecast", "{}"))),
                    Message.tool("a", "rain"),
                    Message.assistant("Yes.")));
    assertThat(conversation.messages()).hasSize(5);

    conversation.add(Message.user("Still?"));

    assertThat(said(conversation)).containsExactly("Be kind.", "Still?");
  }

  @Test
  void theLastTurnStaysHoweverLongItIs() {
    Conversation conversation = Conversation.withMaxMessages(1);

    conversation.add(Message.user("1")).add(Message.assistant("a"));
    assertThat(said(conversation)).containsExactly("1", "a");
    conversation.add(List.of(Message.user("2"), Message.assistant("b")));
    assertThat(said(conversation)).containsExactly("2", "b");
  }

  @Test
  void tokensOfTextsAndToolsCount() {
    Conversation conversation = Conversation.withMaxTokens(5, TokenEstimator.QUARTER);
    Image image = Image.of(URI.create("https://example.com/" + "x".repeat(100)));

    conversation
        .add(Message.user(image))
        .add(Message.assistant("", List.of(new ToolCall("a", "look", "{\"at\":1}"))))
        .add(Message.tool("a", "a cat"));
    assertThat(conversation.messages()).hasSize(3);
    conversation.add(Message.user("?"));

    assertThat(said(conversation)).containsExactly("?");
  }

  @Test
  void itGoesOnInAnotherProcess() {
    Conversation conversation =
        conversation()
            .add(
                List.of(
                    Message.user("Rain in \"Oslo\"?"),
                    Message.assistant("", List.of(new ToolCall("a", "forecast", "{}"))),
                    Message.tool("a", "rain"),
                    Message.assistant("Yes.")));

    Conversation restored = conversation().addJson(conversation.toJson());

    assertThat(restored.messages()).isEqualTo(conversation.messages());
    assertThat(conversation().addJson(conversation().toJson()).messages()).isEmpty();
    assertThat(conversation().addJson(null).messages()).isEmpty();
  }

  @Test
  void whatIsNoConversationIsRefused() {
    Conversation conversation = conversation();
    AssistantMessage silent = AssistantMessage.builder().build();

    assertThatIllegalArgumentException().isThrownBy(() -> Conversation.withMaxMessages(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conversation.withMaxTokens(0, TokenEstimator.QUARTER));
    assertThatIllegalArgumentException().isThrownBy(() -> conversation.add(silent));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversation.add(List.of(Message.user("1"), silent)));
    for (String json : List.of("", "{}", "[", "[{\"role\":\"user\",\"content\":\"1\"},{}]")) {
      assertThatIllegalArgumentException().isThrownBy(() -> conversation.addJson(json));
    }
    assertThat(conversation.messages()).isEmpty();
  }

  @Test
  void itShowsNothingOfWhatWasSaid() {
    Conversation conversation = conversation().add(Message.user("My secret"));

    assertThat(conversation.toString()).isEqualTo("Conversation[1 messages]");
    conversation.clear();
    assertThat(conversation.messages()).isEmpty();
  }

  @Test
  void aConversationThatThrowsCostsNobodyAnAnswer(Logs logs) {
    Conversation conversation =
        Conversation.withMaxTokens(
            10,
            (model, text) -> {
              throw new IllegalStateException("no tokenizer");
            });
    gateway.reply(Reply.text("On its way."));

    assertThat(answer(Prompts.of(client()), conversation, "Where is it?")).isEqualTo("On its way.");
    assertThat(logs.takeAll(WARNING, "A conversation could not be continued.")).hasSize(1);
  }
}
