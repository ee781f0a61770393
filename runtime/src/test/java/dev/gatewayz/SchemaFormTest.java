package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Named.named;

import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Message;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every model is told what its answer must look like, in the best form that it takes. */
class SchemaFormTest extends Calls {
  private static final String SCHEMA =
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\","
          + "\"strict\":true,\"schema\":{}}}";
  private static final String JSON_OBJECT = "\"response_format\":{\"type\":\"json_object\"}";
  private static final String TYPE = "{\n  \"stars\": integer\n}";
  private static final String WORDS =
      "Answer with one JSON object of this type and nothing else: no Markdown, no comments. Write"
          + " every member.\n\n"
          + TYPE;
  private static final String ESCAPED = WORDS.replace("\"", "\\\"").replace("\n", "\\n");
  private static final String OWN_MESSAGE = "{\"role\":\"system\",\"content\":\"" + ESCAPED + "\"}";
  private static final AnswerType<Integer> NUMBER = AnswerType.of(JsonIn::int32);
  private static final String NAMES_CLAUDE = "gatewayz/anthropic/claude-haiku";

  private static Prompt prompt(String model, String... messages) {
    return Prompt.of("Critic.rate", "0", model, "\"temperature\":0," + SCHEMA, messages);
  }

  private static final Prompt OLD =
      prompt("gatewayz/openai/gpt-4o", "{\"role\":\"user\",\"content\":\"Rate it.\"}");
  private static final Prompt RATE = OLD.withSchema(SchemaForm.AUTO, TYPE);

  private static Rendering rate() {
    return RATE.render().raw(0);
  }

  private static Rendering rate(CallOptions options) {
    return rate().options(options);
  }

  private static CallOptions model(String model) {
    return CallOptions.builder().model(model).build();
  }

  private static Reply refusal() {
    return ErrorReply.openAi(
        400,
        "invalid_request_error",
        null,
        "This model does not support 'json_schema' response format. Supported formats:"
            + " json_object.");
  }

  private static Reply refusesObjects() {
    return ErrorReply.openAi(
        400, "invalid_request_error", null, "response_format is not supported by this model");
  }

  private List<String> forms() {
    return gateway.requests().stream().map(SchemaFormTest::form).toList();
  }

  /** The form of a request, which must be of one piece. */
  private static String form(RecordedRequest request) {
    String body = request.bodyText();
    boolean hasWords = body.contains(ESCAPED);
    if (body.contains(SCHEMA)) {
      assertThat(hasWords).isFalse();
      return "schema";
    }
    assertThat(hasWords).isTrue();
    return body.contains(JSON_OBJECT) ? "object" : body.contains("response_format") ? "?" : "words";
  }

  @Test
  void aRefusedFormIsReplacedByTheNextAndRemembered() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    gateway.reply(refusal(), Reply.text("4"), Reply.text("5"));

    Completion<Integer> first = Prompts.of(client).complete(rate(), NUMBER);
    assertThat(first.value()).isEqualTo(4);
    assertThat(first.attempts()).isEqualTo(2);
    assertThat(Prompts.of(client).call(rate(), NUMBER)).isEqualTo(5);

    assertThat(forms()).containsExactly("schema", "object", "object");
    assertThat(gateway.requests().get(1).bodyText())
        .isEqualTo(
            "{\"model\":\"openai/gpt-4o\",\"messages\":["
                + OWN_MESSAGE
                + ",{\"role\":\"user\",\"content\":\"Rate it.\"}],"
                + JSON_OBJECT
                + ",\"temperature\":0}");
  }

  @Test
  void theWordsAloneAreLeftWhenObjectsAreRefusedToo() {
    Gatewayz client = client();
    gateway.reply(refusal(), refusesObjects(), Reply.text("4"), Reply.text("5"));
    assertThat(Prompts.of(client).call(rate(), NUMBER)).isEqualTo(4);
    assertThat(Prompts.of(client).callAsync(rate(), NUMBER).join()).isEqualTo(5);
    assertThat(forms()).containsExactly("schema", "object", "words", "words");
  }

  @Test
  void noneOfItIsARetryOrARepair() {
    AtomicInteger asked = new AtomicInteger();
    RetryPolicy policy =
        failure -> {
          asked.incrementAndGet();
          assertThat(failure.ofModel()).isEqualTo(1);
          return null;
        };
    Gatewayz client = client(builder -> builder.retries(policy));
    gateway.reply(
        refusal(), refusesObjects(), Reply.text("many"), ErrorReply.envelope(500, "X", "m"));

    GatewayzException failure =
        assertThrows(
            GatewayzException.class, () -> Prompts.of(client).call(rate().repair(1), NUMBER));

    assertThat(asked).hasValue(1);
    assertThat(failure.attempts()).isEqualTo(4);
    assertThat(failure.earlierAttempts()).hasSize(3);
  }

  @Test
  void thereIsNoEndOfRefusals() {
    Gatewayz client = client();
    gateway.respond(request -> refusal());
    assertThrows(BadRequestException.class, () -> Prompts.of(client).call(rate(), NUMBER));
    assertThat(forms()).containsExactly("schema", "object", "words");
  }

  private static Reply tooMuch() {
    return ErrorReply.openAi(
        400,
        "invalid_request_error",
        null,
        "Invalid schema for response_format 'n': 14 levels of nesting exceeds limit of 10.");
  }

  @Test
  void aSchemaThatIsTooMuchIsToldInWordsAndOthersAreNot() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    gateway.reply(tooMuch(), Reply.text("4"), Reply.text("5"), Reply.text("6"), refusesObjects());

    assertThat(Prompts.of(client).complete(rate(), NUMBER).attempts()).isEqualTo(2);
    assertThat(Prompts.of(client).call(rate(), NUMBER)).isEqualTo(5);
    Rendering other = OLD.withSchema(SchemaForm.AUTO, TYPE).render().raw(0);
    assertThat(Prompts.of(client).call(other, NUMBER)).isEqualTo(6);
    gateway.reply(Reply.text("7"));
    assertThat(Prompts.of(client).call(rate(), NUMBER)).isEqualTo(7);

    assertThat(forms()).containsExactly("schema", "object", "object", "schema", "object", "words");
  }

  @Test
  void aSchemaThatIsTooMuchIsToldInWordsByAStreamAndAfterAFallback() {
    Gatewayz client = client();
    gateway.reply(
        Reply.events(
            "{\"error\":{\"message\":\"Error code: 400 - {'error': {'message': 'The compiled grammar is"
                + " too large, which would cause performance issues.'}}\"}}",
            "[DONE]"),
        Reply.chunks("[1,", "2]"),
        ErrorReply.capacity(),
        tooMuch(),
        Reply.text("3"));

    Flow.Publisher<Integer> elements =
        Prompts.of(client).elements(rate(), AnswerType.of(in -> in.int32()));
    assertThat(Probe.all(elements).awaitCompletion()).containsExactly(1, 2);
    CallOptions elsewhere =
        CallOptions.builder()
            .retries(RetryPolicy.NEVER)
            .model("gatewayz/a/b")
            .fallback(Fallback.model("gatewayz/b/c"))
            .build();
    assertThat(Prompts.of(client).call(rate(elsewhere), NUMBER)).isEqualTo(3);

    assertThat(forms()).containsExactly("schema", "object", "schema", "schema", "object");
  }

  @Test
  void whoChoseTheSchemaHearsThatItIsTooMuch() {
    Gatewayz client = client();
    gateway.reply(tooMuch());
    Rendering chosen = OLD.withSchema(SchemaForm.JSON_SCHEMA, TYPE).render().raw(0);
    BadRequestException refused =
        assertThrows(BadRequestException.class, () -> Prompts.of(client).call(chosen, NUMBER));
    assertThat(refused).hasMessageContaining("does not take this form of answer");
    assertThat(forms()).containsExactly("schema");
  }

  static Stream<Named<Reply>> others() {
    return Stream.of(
        named(
            "the schema is wrong",
            ErrorReply.openAi(
                400,
                "invalid_request_error",
                null,
                "Invalid schema for response_format 'n': In context=(), 'uniqueItems' is not"
                    + " permitted.")),
        named("another member", ErrorReply.openAi(400, "t", null, "'stop' is not supported")),
        named("no access", ErrorReply.openAi(403, "t", null, "json_schema is not supported")));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anotherFailureThatMentionsTheFormIsFinal(Reply failure) {
    Gatewayz client = client();
    gateway.reply(failure);
    assertThrows(GatewayzException.class, () -> Prompts.of(client).call(rate(), NUMBER));
    assertThat(gateway.requests()).hasSize(1);
  }

  @Test
  void whatAModelRefusesIsNotHeldAgainstOthers() {
    Gatewayz client = client();
    Gatewayz view = client.with(CallOptions.builder().tag("view", "1").build());
    gateway.reply(refusal(), Reply.text("1"), Reply.text("2"), Reply.text("3"), Reply.text("4"));
    Prompts.of(client).call(rate(), NUMBER);
    Prompts.of(client).call(rate(model("gatewayz/openai/gpt-4.1")), NUMBER);
    Prompts.of(view).call(rate(), NUMBER);
    try (Gatewayz other = client()) {
      Prompts.of(other).call(rate(), NUMBER);
    }
    assertThat(forms()).containsExactly("schema", "object", "schema", "object", "schema");
  }

  @Test
  void whatOneGatewayRefusesIsNotHeldAgainstAnother() {
    Gatewayz client = client();
    gateway.reply(refusal(), Reply.text("1"));
    Prompts.of(client).call(rate(), NUMBER);
    try (MockGateway other = MockGateway.start()) {
      other.reply(Reply.text("2"));
      CallOptions there = CallOptions.builder().apiBase(other.apiBase().toString()).build();
      Prompts.of(client).call(rate(there), NUMBER);
      assertThat(form(other.takeRequest())).isEqualTo("schema");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NAMES_CLAUDE,
        "gatewayz/claude-sonnet-4-5",
        "gatewayz/google/gemini-2.5-pro",
        "gatewayz/gemini-2.5-flash"
      })
  void familiesThatNeverSeeTheSchemaGetItInWords(String model) {
    Gatewayz client = client();
    gateway.reply(Reply.text("1"), Reply.text("2"), Reply.text("3"), Reply.text("4"));
    Prompts.of(client).call(rate(model(model)), NUMBER);
    Prompts.of(client.with(model(model))).call(rate(), NUMBER);
    Prompt own = prompt(model, "{\"role\":\"user\",\"content\":\"Rate it.\"}");
    Prompts.of(client).call(own.withSchema(SchemaForm.AUTO, TYPE).render().raw(0), NUMBER);
    assertThat(forms()).containsExactly("words", "words", "words");

    // What was compiled by an older processor has no words.
    Prompts.of(client).call(own.render().raw(0), NUMBER);
    assertThat(forms().get(3)).isEqualTo("schema");
  }

  @Test
  void aFallbackGetsTheFormThatItTakes() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    CallOptions claude =
        CallOptions.builder()
            .fallback(Fallback.model(NAMES_CLAUDE))
            .fallback(Fallback.model("gatewayz/openai/gpt-4.1"))
            .build();
    Reply down = ErrorReply.envelope(500, "X", "m");
    gateway.reply(refusal(), down, down, refusal(), Reply.text("4"));
    assertThat(Prompts.of(client).call(rate(claude), NUMBER)).isEqualTo(4);
    assertThat(forms()).containsExactly("schema", "object", "words", "schema", "object");
  }

  @Test
  void aStreamOfElementsBeginsAnewBeforeItsFirst() {
    Gatewayz client = client();
    gateway.reply(refusal(), Reply.text("{\"value\":[1,2]}"), Reply.text("{\"value\":[3]}"));
    assertThat(Probe.all(Prompts.of(client).elements(rate(), NUMBER)).awaitCompletion())
        .containsExactly(1, 2);
    assertThat(Probe.all(Prompts.of(client).elements(rate(), NUMBER)).awaitCompletion())
        .containsExactly(3);
    assertThat(forms()).containsExactly("schema", "object", "object");
  }

  @Test
  void anErrorInAGoodResponseRefusesToo() {
    Gatewayz client = client();
    String inBand =
        "{\"error\":{\"message\":\"Error code: 400 - {'error': {'message': 'This response_format"
            + " type is unavailable now', 'type': 'invalid_request_error'}}\",\"type\":"
            + "\"internal_error\"}}";
    gateway.reply(
        Reply.events(inBand, "[DONE]"),
        Reply.text("[1]"),
        ErrorReply.providerFailed(
            "Error code: 400 - {'error': {'message': \"response_format is not supported\"}}"),
        Reply.text("2"));
    assertThat(Probe.all(Prompts.of(client).elements(rate(), NUMBER)).awaitCompletion())
        .containsExactly(1);
    assertThat(Prompts.of(client).call(rate(), NUMBER)).isEqualTo(2);
    assertThat(forms()).containsExactly("schema", "object", "object", "words");
  }

  @Test
  void callsThatAreRefusedAtOnceLearnTheSame() {
    Gatewayz client = client();
    gateway.respond(request -> form(request).equals("schema") ? refusal() : Reply.text("7"));
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(Prompts.of(client).callAsync(rate(), NUMBER));
    }
    calls.forEach(call -> assertThat(call.join()).isEqualTo(7));
    assertThat(Prompts.of(client).call(rate(), NUMBER)).isEqualTo(7);
    assertThat(forms()).containsOnly("schema", "object").endsWith("object");
  }

  @Test
  void whoChoosesAFormGetsItAndNoOther() {
    Gatewayz client = client();
    gateway.reply(Reply.text("1"), Reply.text("2"), refusesObjects(), refusal());
    Prompt object = OLD.withSchema(SchemaForm.JSON_OBJECT, TYPE);
    Prompt words = OLD.withSchema(SchemaForm.PROMPT, TYPE);
    Prompts.of(client).call(object.render().raw(0), NUMBER);
    Prompts.of(client).call(words.render().raw(0), NUMBER);
    assertThrows(
        BadRequestException.class, () -> Prompts.of(client).call(object.render().raw(0), NUMBER));
    assertThrows(
        BadRequestException.class, () -> Prompts.of(client).call(OLD.render().raw(0), NUMBER));
    assertThat(forms()).containsExactly("object", "words", "object", "schema");
  }

  @Test
  void aCallThatSetsTheMemberItselfSendsNothingElse() {
    Gatewayz client = client(builder -> builder.extra("response_format", "{\"type\":\"none\"}"));
    gateway.reply(Reply.text("1"), refusal(), Reply.text("2"));
    Prompts.of(client).call(rate(), NUMBER);
    CallOptions own = CallOptions.builder().extra("response_format", "{\"type\":\"text\"}").build();
    assertThrows(BadRequestException.class, () -> Prompts.of(client).call(rate(own), NUMBER));
    assertThat(form(gateway.takeRequest())).isEqualTo("schema");
    assertThat(gateway.takeRequest().bodyText())
        .contains("\"response_format\":{\"type\":\"text\"}")
        .doesNotContain("json_schema", "Answer with one JSON", "none");
  }

  @Test
  void theWordsStandAtTheEndOfTheSystemMessage() {
    Gatewayz client = client();
    gateway.reply(Reply.text("1"));
    Prompt strict =
        prompt(
            NAMES_CLAUDE,
            "{\"role\":\"system\",\"content\":\"Be \\\"fair\\\" \\\\",
            "\"},{\"role\":\"user\",\"content\":\"\\\"}\"}");
    Rendering rendering =
        strict.withSchema(SchemaForm.AUTO, TYPE).render().raw(0).text("t", "\"}\\").raw(1);
    Prompts.of(client).call(rendering, NUMBER);
    RecordedRequest request = gateway.takeRequest();
    assertThat(request.json("/messages/0/content").orElseThrow())
        .isEqualTo("Be \"fair\" \\\"}\\\n\n" + WORDS);
    assertThat(request.json("/messages/1/content").orElseThrow()).isEqualTo("\"}");
    assertThat(request.json("/messages/2")).isEmpty();
  }

  @Test
  void aCorrectionShowsTheSchemaAgain() {
    Gatewayz client = client();
    gateway.reply(Reply.text("many"), Reply.text("1"), Reply.text("many"), Reply.text("2"));
    Prompts.of(client).call(rate().repair(1), NUMBER);
    Prompts.of(client).call(rate(model(NAMES_CLAUDE)).repair(1), NUMBER);
    List<RecordedRequest> requests = gateway.requests();
    assertThat(requests.get(1).json("/messages/2/content").orElseThrow().toString())
        .startsWith("Your answer cannot be used")
        .endsWith("nothing else.\n\n" + WORDS);
    assertThat(requests.get(1).bodyText()).contains(SCHEMA);
    assertThat(requests.get(3).json("/messages/3/content").orElseThrow().toString())
        .endsWith("nothing else.\n\n" + WORDS);
    assertThat(form(requests.get(3))).isEqualTo("words");

    gateway.reply(Reply.text("many"));
    assertThrows(
        AnswerFormatException.class,
        () -> Prompts.of(client).call(OLD.render().raw(0).repair(0), NUMBER));
  }

  @Test
  void anInterceptorSeesTheFormThatIsSentAndMayChangeTheModel() {
    List<String> seen = new ArrayList<>();
    Interceptor interceptor =
        new Interceptor() {
          @Override
          public OutgoingCall request(OutgoingCall call) {
            OutgoingCall changed =
                call.withModel(NAMES_CLAUDE)
                    .withMessages(
                        Stream.concat(
                                Stream.of(Message.system("Be kind.")), call.messages().stream())
                            .toList());
            seen.add(call.json());
            seen.add(changed.json());
            return changed;
          }
        };
    Gatewayz client = client(builder -> builder.interceptor(interceptor));
    gateway.reply(Reply.text("3"));
    Prompts.of(client).call(rate(), NUMBER);
    RecordedRequest request = gateway.takeRequest();
    assertThat(seen.get(0)).contains(SCHEMA).doesNotContain(ESCAPED);
    assertThat(seen.get(1)).isEqualTo(request.bodyText());
    assertThat(request.json("/messages/0/content").orElseThrow()).isEqualTo("Be kind.\n\n" + WORDS);
    assertThat(form(request)).isEqualTo("words");
  }

  @Test
  void aRequestWithoutASchemaIsNotTouched() {
    Gatewayz client = client();
    gateway.reply(refusal());
    ChatRequest request =
        ChatRequest.builder().model(NAMES_CLAUDE).message(Message.user("Hi")).build();
    assertThrows(BadRequestException.class, () -> client.complete(request));
    assertThat(gateway.requests()).hasSize(1);
  }

  @Test
  void largeRequestsAreWholeInEveryForm() {
    Gatewayz client = client();
    String large = "x".repeat(100_000);
    Prompt prompt =
        prompt(
                "gatewayz/openai/gpt-4o",
                "{\"role\":\"system\",\"content\":\"" + large + "\"},",
                "{\"role\":\"user\",\"content\":\"" + large + "\"}")
            .withSchema(SchemaForm.AUTO, TYPE);
    gateway.reply(refusal(), refusesObjects(), Reply.text("1"));
    Prompts.of(client).call(prompt.render().raw(0).raw(1), NUMBER);
    assertThat(forms()).containsExactly("schema", "object", "words");
    for (RecordedRequest request : gateway.requests()) {
      assertThat(request.json("/messages/0/content").orElseThrow().toString()).startsWith(large);
      assertThat(request.json("/messages/1/content").orElseThrow()).isEqualTo(large);
      assertThat(request.bodyText()).contains(",\"temperature\":0}");
    }
  }
}
