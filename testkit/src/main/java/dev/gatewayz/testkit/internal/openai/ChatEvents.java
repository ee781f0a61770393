package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.LongFunction;

/** A streamed answer, event by event: the choices take turns, then comes what ends the stream. */
final class ChatEvents implements Iterator<byte[]> {
  private static final byte[] DONE = event("[DONE]");

  private final ChatAnswer answer;
  private final UsageCount usage;
  private final UsagePlace usagePlace;
  private final LongFunction<JsonObject> frame;
  private final Queue<ChoiceDeltas> turns = new ArrayDeque<>();
  private long chunks;
  private boolean usageDue;
  private boolean failureDue;
  private boolean doneDue;

  /**
   * Events.
   *
   * @param answer what to stream
   * @param usage what it used
   * @param usagePlace where to report that
   * @param frame makes the chunk of that number, without choices
   */
  ChatEvents(
      ChatAnswer answer, UsageCount usage, UsagePlace usagePlace, LongFunction<JsonObject> frame) {
    this.answer = answer;
    this.usage = usage;
    this.usagePlace = usagePlace;
    this.frame = frame;
    for (ChatChoice choice : answer.choices()) {
      turns.add(new ChoiceDeltas(turns.size(), choice, answer.toolCallForm()));
    }
    usageDue = usagePlace == UsagePlace.IN_OWN_CHUNK;
    failureDue = answer.failure() != null;
    doneDue = answer.done();
  }

  /** An event that holds this data, which has no line break. */
  static byte[] event(String data) {
    return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean hasNext() {
    return !turns.isEmpty() || usageDue || failureDue || doneDue;
  }

  @Override
  public byte[] next() {
    ChoiceDeltas turn = turns.poll();
    if (turn != null) {
      return chunkOf(turn);
    }
    if (usageDue) {
      usageDue = false;
      JsonObject chunk = frame.apply(chunks++).put("choices", List.of());
      return event(chunk.put("usage", usage.toJson()).toString());
    }
    if (failureDue) {
      failureDue = false;
      JsonObject error =
          new JsonObject().put("message", answer.failure()).put("type", "internal_error");
      return event(new JsonObject().put("error", error).toString());
    }
    if (doneDue) {
      doneDue = false;
      return DONE;
    }
    throw new NoSuchElementException();
  }

  private byte[] chunkOf(ChoiceDeltas turn) {
    ChoiceDeltas.Piece piece = turn.next();
    if (turn.hasNext()) {
      turns.add(turn);
    }
    JsonObject choice =
        new JsonObject()
            .put("index", turn.index())
            .put("delta", piece.delta())
            .put("finish_reason", piece.finishReason());
    boolean finishes = piece.finishReason() != null;
    if (finishes && usagePlace == UsagePlace.IN_CHOICE) {
      choice.put("usage", usage.toJson());
    }
    JsonObject chunk = frame.apply(chunks++).put("choices", new ArrayList<>(List.of(choice)));
    if (usagePlace == UsagePlace.ON_EVERY_CHUNK
        || (finishes && usagePlace == UsagePlace.WITH_FINISH)) {
      chunk.put("usage", usage(turn, finishes).toJson());
    } else if (usagePlace == UsagePlace.IN_OWN_CHUNK) {
      chunk.put("usage", null);
    }
    return event(chunk.toString());
  }

  /** What was used when a piece goes out: all of it at the end, a part of it before. */
  private UsageCount usage(ChoiceDeltas turn, boolean finishes) {
    long soFar = finishes ? usage.completion() : Math.min(turn.tokensSoFar(), usage.completion());
    return new UsageCount(usage.prompt(), soFar, usage.cached(), finishes ? usage.reasoning() : 0);
  }
}
