package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Text;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What exceptions hold, and what they do not. */
class ErrorTest extends Calls {
  private static final String QUESTION = "Is it true that the merger with Initech is off?";
  private static final ChatRequest PRIVATE =
      ChatRequest.builder().model("gatewayz/a/b").user(QUESTION).build();

  @Test
  void theyDoNotRepeatThePrompt() {
    Gatewayz client = client();
    gateway.respond(
        request ->
            Reply.body(
                422,
                "application/json",
                "{\"detail\":[{\"loc\":[\"body\",\"messages\"],\"msg\":\"Bad: "
                    + QUESTION
                    + "\",\"input\":\""
                    + QUESTION
                    + "\"}]}"));

    ApiException e = assertThrows(ApiException.class, () -> client.complete(PRIVATE));

    assertThat(e.getMessage() + e.error()).doesNotContain("Initech").contains("[prompt]");
    assertThat(Probe.all(client.stream(PRIVATE)).awaitFailure(ApiException.class).error().body())
        .doesNotContain("Initech");
  }

  @Test
  void theyDoNotRepeatALongPromptEither() {
    Gatewayz client = client(builder -> builder.maxRetries(0));
    String text = "word ".repeat(40_000) + QUESTION;
    ChatRequest longOne = ChatRequest.builder().model("gatewayz/a/b").user(text).build();
    String said = "I cannot answer: " + QUESTION;
    gateway.reply(
        ErrorReply.envelope(503, "X", said),
        ErrorReply.envelope(503, "X", said),
        Reply.events(
            "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"so far\"}}]}",
            "{\"error\":{\"message\":\"" + said + "\"}}"),
        Reply.body(200, "application/json", said));

    for (GatewayzException e :
        List.of(
            assertThrows(ApiException.class, () -> client.complete(longOne)),
            Probe.all(client.stream(longOne)).awaitFailure(ApiException.class),
            Probe.all(client.stream(longOne)).awaitFailure(StreamErrorException.class),
            assertThrows(ProtocolException.class, () -> client.complete(longOne)))) {
      assertThat(e.toString()).doesNotContain("Initech");
      if (e instanceof ProtocolException unread) {
        assertThat(unread.body()).isEqualTo("I cannot answer:[prompt]");
      } else {
        assertThat(e).hasMessageContaining("I cannot answer:[prompt]");
      }
    }
    assertThat(client.complete(longOne).text()).isNotEmpty();
  }

  @Test
  void theyRepeatNeitherPicturesNorTextsToEmbed() {
    Gatewayz client = client();
    String picture = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB";
    gateway.respond(request -> ErrorReply.plain(400, "Cannot use " + request.bodyText()));
    ChatRequest withPicture =
        ChatRequest.builder()
            .model("gatewayz/a/b")
            .message(Message.user(Image.of(URI.create(picture)), Text.of(QUESTION)))
            .build();

    ApiException e = assertThrows(ApiException.class, () -> client.complete(withPicture));
    assertThat(e.getMessage() + e.error()).doesNotContain("Initech").doesNotContain("iVBORw0K");

    assertThat(client.embeddingsAsync(EmbeddingRequest.of("gatewayz/a/b", QUESTION)))
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .havingCause()
        .matches(cause -> !(cause + "" + ((ApiException) cause).error()).contains("Initech"));
  }

  @Test
  void theyDoIfAskedTo() {
    Gatewayz client = client(GatewayzBuilder::promptsInErrors);
    gateway.reply(ErrorReply.envelope(400, "X", "Cannot answer: " + QUESTION));

    assertThat(assertThrows(ApiException.class, () -> client.complete(PRIVATE)))
        .hasMessageContaining(QUESTION);
  }

  @Test
  void theyNeverRepeatTheKey() {
    Gatewayz client = client(GatewayzBuilder::promptsInErrors);
    gateway.respond(
        request -> ErrorReply.plain(500, "authorization: " + request.header("authorization")));

    InternalServerException e =
        assertThrows(InternalServerException.class, () -> client.complete(HELLO));

    assertThat(e + e.error().body() + e.earlierAttempts()).doesNotContain(Wire.KEY);
  }

  @Test
  void theyCanBeSerialized() throws Exception {
    Gatewayz client = client();
    gateway.reply(
        ErrorReply.capacity(),
        ErrorReply.rateLimited(Duration.ofHours(1)),
        Reply.events("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"so far\"}}]}"));

    ApiException api = assertThrows(ApiException.class, () -> client.complete(HELLO));
    ApiException copy = (ApiException) copyOf(api);
    assertThat(copy).hasMessage(api.getMessage());
    assertThat(copy.error()).isEqualTo(api.error());
    assertThat(copy.call()).hasToString(api.call().toString());
    assertThat(copy.earlierAttempts()).hasSize(1);

    StreamTruncatedException cut =
        Probe.all(client.stream(HELLO)).awaitFailure(StreamTruncatedException.class);
    assertThat(copyOf(cut).partial().text()).isEqualTo("so far");
  }

  @Test
  void allAreDocumentedUnderTheirParents() throws IOException {
    String docs = Files.readString(Path.of("../docs/errors.md"));
    Deque<Class<?>> types = new ArrayDeque<>(List.of(GatewayzException.class));
    while (!types.isEmpty()) {
      Class<?> type = types.remove();
      for (Class<?> child : type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0]) {
        assertThat(docs)
            .contains("| `" + child.getSimpleName() + "` | `" + type.getSimpleName() + "` |");
        types.add(child);
      }
    }
  }

  private static GatewayzException copyOf(GatewayzException e)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (GatewayzException) in.readObject();
    }
  }
}
