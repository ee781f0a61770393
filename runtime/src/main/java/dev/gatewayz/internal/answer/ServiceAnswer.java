package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.wire.ChunkReader;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call for anything but chat.
 *
 * @param <T> what it brings
 */
public final class ServiceAnswer<T> extends WholeAnswer implements Content {
  private final Reading<T> reading;
  private final CallFuture<T> future;
  private @Nullable Usage usage;
  private @Nullable ResponseHead head;
  private @Nullable T value;

  /**
   * Reads a document.
   *
   * @param <T> what it holds
   */
  public interface Reading<T> {

    /**
     * Returns what the document holds, {@code null} if it is of another kind.
     *
     * @param head of the response: its status is 200, or 304 if the request allowed that
     */
    @Nullable T read(byte[] bytes, int size, ResponseHead head);

    /** What the call cost in US dollars, {@code null} if the document does not say. */
    default @Nullable BigDecimal costOf(T value) {
      return null;
    }

    /** The tokens that the call took, {@code null} if it took none. */
    default @Nullable Usage usageOf(T value) {
      return null;
    }
  }

  /** An answer that {@code reading} understands, for {@code future}. */
  public ServiceAnswer(
      AnswerSink sink,
      Response response,
      Decoding decoding,
      Reading<T> reading,
      CallFuture<T> future) {
    super(sink, response, decoding);
    this.reading = reading;
    this.future = future;
  }

  @Override
  public boolean accepts(int status) {
    return status == 200 || status == 304;
  }

  @Override
  public void onHead(ResponseHead head) {
    this.head = head;
    super.onHead(head);
  }

  @Override
  Runnable read(ChunkReader reader, byte[] bytes, int size) {
    T read = head == null ? null : reading.read(bytes, size, head);
    return read == null
        ? () -> response.failNotUnderstood("The answer is not what was asked for.", bytes, 0, size)
        : () -> answered(read);
  }

  private void answered(T read) {
    usage = reading.usageOf(read);
    value = read;
    sink.answered();
  }

  @Override
  public Content content() {
    return this;
  }

  @Override
  public boolean hasWords() {
    return value != null;
  }

  @Override
  public @Nullable Usage usage() {
    return usage;
  }

  @Override
  public @Nullable BigDecimal cost() {
    BigDecimal reported = value == null ? null : reading.costOf(value);
    if (reported == null) {
      reported = Content.super.cost();
    }
    return reported == null ? response.cost() : reported;
  }

  @Override
  public void prepare(UsedTokens used, Supplier<CallInfo> call) {
    // It was made when it was read.
  }

  @Override
  public void handOver(@Nullable BigDecimal cost) {
    if (value != null) {
      future.succeed(value);
    }
  }
}
