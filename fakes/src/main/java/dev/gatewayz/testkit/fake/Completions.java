package dev.gatewayz.testkit.fake;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.ChunkChoice;
import dev.gatewayz.chat.Delta;
import dev.gatewayz.chat.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers of {@value #MODEL} that took one request, whose id is {@value #REQUEST_ID}, with 10
 * tokens in the request and 5 in the answer.
 */
public final class Completions {
  /** The model that answers. */
  public static final String MODEL = "gatewayz/fake/model";

  /** The id of the request. */
  public static final String REQUEST_ID = "req_fake";

  private static final Usage USAGE = Usage.of(10, 5);
  private static final String STOP = "stop";

  private Completions() {}

  /**
   * {@return an answer with a value of any type, whose text is the value's {@code toString()}}
   *
   * @param <T> the type of the value
   * @param value the answer
   */
  public static <T> Completion<T> of(T value) {
    return completion(value, response(value.toString(), STOP));
  }

  /**
   * {@return an answer that is a text, and whole}
   *
   * @param text the answer
   */
  public static Completion<String> text(String text) {
    return text(text, STOP);
  }

  /**
   * {@return an answer that is a text}
   *
   * @param text the answer
   * @param finishReason why it ended, in the word of the wire, as in {@code length}
   */
  public static Completion<String> text(String text, String finishReason) {
    return completion(text, response(text, finishReason));
  }

  private static <T> Completion<T> completion(T value, ChatCompletion response) {
    return Completion.builder(value, response).requestId(REQUEST_ID).attempts(1).build();
  }

  private static ChatCompletion response(String text, String finishReason) {
    return ChatCompletion.builder()
        .id("chatcmpl-fake")
        .model(MODEL)
        .choices(
            List.of(
                Choice.builder()
                    .message(AssistantMessage.builder().content(text).build())
                    .finishReasonText(finishReason)
                    .build()))
        .usage(USAGE)
        .build();
  }

  /**
   * {@return an answer that comes as these pieces of text}
   *
   * @param pieces in their order
   */
  public static FakeStream<String> streamOf(String... pieces) {
    return new FakeStream<>(List.of(pieces), text(String.join("", pieces)));
  }

  /**
   * {@return an answer that comes as {@link #chunks} with these texts}
   *
   * @param texts one for each chunk
   */
  public static FakeStream<ChatChunk> chunksOf(String... texts) {
    return new FakeStream<>(chunks(texts), text(String.join("", texts)));
  }

  /**
   * {@return a list that comes element by element; the text of its completion shows them as a list}
   *
   * @param <E> the type of an element
   * @param elements in their order
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // The elements are copied at once.
  public static <E> FakeStream<E> elementsOf(E... elements) {
    List<E> list = List.of(elements);
    return new FakeStream<>(list, text(list.toString()));
  }

  /**
   * {@return the chunks of a streamed answer: one for each text, the first with the role, then one
   * with the reason of the end, and one with the usage}
   *
   * @param texts one for each chunk
   */
  public static List<ChatChunk> chunks(String... texts) {
    List<ChatChunk> chunks = new ArrayList<>();
    for (String text : texts) {
      Delta.Builder delta = Delta.builder().content(text);
      chunks.add(chunk(chunks.isEmpty() ? delta.role("assistant") : delta, null));
    }
    chunks.add(chunk(Delta.builder(), STOP));
    chunks.add(chunk().usage(USAGE).build());
    return List.copyOf(chunks);
  }

  private static ChatChunk chunk(Delta.Builder delta, @Nullable String finishReason) {
    ChunkChoice choice =
        ChunkChoice.builder().delta(delta.build()).finishReasonText(finishReason).build();
    return chunk().choices(List.of(choice)).build();
  }

  private static ChatChunk.Builder chunk() {
    return ChatChunk.builder().id("chatcmpl-fake").model(MODEL);
  }
}
