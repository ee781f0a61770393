package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.ToolRoundsExceededException;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Reply;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Tools that run only when somebody has approved it, perhaps elsewhere and another day. */
class ApprovalTest extends Calls {
  private static final Prompt PAY = prompt("Teller.pay");

  private final List<String> ran = new CopyOnWriteArrayList<>();

  private static Prompt prompt(String id) {
    return Prompt.of(id, "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"Pay\"}");
  }

  private Rendering pay(Approvals approvals) {
    return pay(PAY, approvals);
  }

  private Rendering pay(Prompt prompt, Approvals approvals) {
    Tools tools = Tools.of(this::invocation, "charge", "look").withApproval("charge");
    CallOptions options =
        approvals == null ? CallOptions.NONE : CallOptions.builder().approvals(approvals).build();
    return prompt.render().raw(0).tools(tools, 2).options(options);
  }

  private Tools.Invocation invocation(String tool, JsonIn in) {
    String[] sum = {""};
    in.beginObject();
    while (in.nextMember()) {
      sum[0] = in.string();
    }
    return () -> {
      ran.add(tool + sum[0]);
      return tool + " done";
    };
  }

  private static Reply wantsBoth() {
    return Reply.toolCalls(
        new FunctionCall("look", "{}"), new FunctionCall("charge", "{\"sum\":\"5\"}"));
  }

  /** What waits after the first answer, by way of a store. */
  private Approvals asked(Gatewayz client) {
    gateway.reply(wantsBoth().reasoning("Hm."));
    ApprovalRequiredException failure =
        assertThrows(
            ApprovalRequiredException.class,
            () -> Prompts.of(client).call(pay(null), AnswerType.TEXT));
    assertThat(failure.wanted()).extracting("name").containsExactly("charge");
    assertThat(ran).isEmpty();
    gateway.takeRequest();
    return Approvals.fromJson(Approvals.of(failure).toJson());
  }

  @Test
  void nothingRunsBeforeItIsApprovedAndThenTheCallGoesOn() {
    Gatewayz client = client();
    Approvals asked = asked(client);
    Approvals decided = asked.approve(asked.wanted().get(0).id());
    gateway.reply(Reply.text("Paid."));

    Completion<String> answer =
        Prompts.of(client).complete(pay(Approvals.fromJson(decided.toJson())), AnswerType.TEXT);

    assertThat(answer.value()).isEqualTo("Paid.");
    assertThat(answer.exchange()).hasSize(5);
    assertThat(ran).containsExactlyInAnyOrder("look", "charge5");
    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "{\"role\":\"user\",\"content\":\"Pay\"},{\"role\":\"assistant\",\"content\":null",
            "\"reasoning_content\":\"Hm.\"",
            "look done",
            "charge done");
    assertThat(gateway.requests()).hasSize(2);
  }

  /** Thoughts have signatures, which no other model takes. */
  @Test
  void anotherModelThatGoesOnIsNotShownTheThoughts() {
    Gatewayz client = client();
    CallOptions options =
        CallOptions.builder()
            .retries(RetryPolicy.NEVER)
            .fallback(Fallback.model("gatewayz/other"))
            .build();
    gateway.reply(ErrorReply.capacity(), wantsBoth().reasoning("Hm."));
    ApprovalRequiredException failure =
        assertThrows(
            ApprovalRequiredException.class,
            () -> Prompts.of(client.with(options)).call(pay(null), AnswerType.TEXT));
    Approvals asked = Approvals.fromJson(Approvals.of(failure).toJson());
    assertThat(asked.model()).isEqualTo("gatewayz/other");
    Approvals decided = asked.approve(asked.wanted().get(0).id());
    gateway.reply(Reply.text("Paid."), Reply.text("Paid again."));

    Prompts.of(client.with(options)).call(pay(decided), AnswerType.TEXT);
    CallOptions sameModel = CallOptions.builder().model("gatewayz/other").build();
    Prompts.of(client.with(sameModel)).call(pay(decided), AnswerType.TEXT);

    gateway.takeRequest();
    gateway.takeRequest();
    assertThat(gateway.takeRequest().bodyText())
        .contains("\"model\":\"m\"", "charge done")
        .doesNotContain("Hm.");
    assertThat(gateway.takeRequest().bodyText())
        .contains("\"model\":\"other\"", "charge done", "Hm.");
  }

  /** What was kept before it was known which model asks goes on as it was. */
  @Test
  void approvalsOfBeforeGoOn() {
    Gatewayz client = client();
    String kept = asked(client).toJson().replaceFirst("\"model\":\"[^\"]+\",", "");
    Approvals asked = Approvals.fromJson(kept);
    assertThat(asked.model()).isNull();
    gateway.reply(Reply.text("Paid."));
    Prompts.of(client).call(pay(asked.approve(asked.wanted().get(0).id())), AnswerType.TEXT);
    assertThat(gateway.takeRequest().bodyText()).contains("Hm.", "charge done");
  }

  @Test
  void argumentsMayBeChangedAndCallsRejected() {
    Gatewayz client = client();
    Approvals asked = asked(client);
    String id = asked.wanted().get(0).id();
    gateway.reply(Reply.text("Paid 3."), Reply.chunks("Not ", "paid."));

    Prompts.of(client).call(pay(asked.approve(id, "{\"sum\":\"3\"}")), AnswerType.TEXT);
    Probe.all(Prompts.of(client).text(pay(asked.reject(id, "Too much.")))).awaitCompletion();

    assertThat(ran).containsExactlyInAnyOrder("look", "charge3", "look");
    assertThat(gateway.takeRequest().bodyText()).contains("{\\\"sum\\\":\\\"3\\\"}", "charge done");
    assertThat(gateway.takeRequest().bodyText())
        .contains("{\\\"sum\\\":\\\"5\\\"}", "This call was refused: Too much.")
        .doesNotContain("charge done");
  }

  @Test
  void laterCallsNeedAnApprovalOfTheirOwnAndRoundsAreCountedOn() {
    Gatewayz client = client();
    Approvals asked = asked(client);
    for (int round = 1; round <= 2; round++) {
      Approvals decided = asked.approve(asked.wanted().get(0).id());
      gateway.reply(wantsBoth());
      if (round == 2) {
        assertThrows(
            ToolRoundsExceededException.class,
            () -> Prompts.of(client).call(pay(decided), AnswerType.TEXT));
      } else {
        asked =
            Approvals.of(
                assertThrows(
                    ApprovalRequiredException.class,
                    () -> Prompts.of(client).call(pay(decided), AnswerType.TEXT)));
        assertThat(asked.rounds()).isEqualTo(round);
      }
    }
  }

  @Test
  void whatIsNotDecidedOrOfAnotherPromptIsRefused() {
    Gatewayz client = client();
    Approvals asked = asked(client);
    String id = asked.wanted().get(0).id();

    assertThatIllegalArgumentException().isThrownBy(() -> pay(asked));
    assertThatIllegalArgumentException().isThrownBy(() -> asked.approve("other"));
    assertThatIllegalArgumentException().isThrownBy(() -> asked.approve(id, "five"));
    assertThatIllegalArgumentException().isThrownBy(() -> Approvals.fromJson("{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> Approvals.fromJson("no"));
    Rendering other = pay(prompt("Other.pay"), asked.approve(id));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Prompts.of(client).call(other, AnswerType.TEXT))
        .withMessageContaining("Teller.pay");
  }
}
