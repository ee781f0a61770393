package dev.gatewayz.internal.answer;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChoiceFields;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A typed answer as it grows: a value whenever more of it is known and the subscriber wants one,
 * and last the value that all of it is. A value is made when it is handed on, so that a subscriber
 * that does not keep up costs nothing and gets the newest.
 *
 * @param <T> the values
 */
public final class SnapshotPieces<T> implements PieceMaker<T> {
  private final Snapshots<T> snapshots;
  private final AnswerSink sink;
  private final Delivery<T> delivery;
  private final SnapshotBudget budget = new SnapshotBudget();
  private @Nullable T last;
  private @Nullable T whole;

  /** Values that {@code snapshots} makes, of the answer that reports to {@code sink}. */
  public SnapshotPieces(Snapshots<T> snapshots, AnswerSink sink, Delivery<T> delivery) {
    this.snapshots = snapshots;
    this.sink = sink;
    this.delivery = delivery;
  }

  @Override
  public @Nullable String wantedId() {
    return null;
  }

  @Override
  public void onChunk(AnswerFields chunk, Consumer<? super T> pieces) {
    for (int i = 0; i < chunk.choiceCount(); i++) {
      ChoiceFields choice = chunk.choice(i);
      String content = choice.content();
      if (choice.index() == 0 && content != null) {
        budget.add(content.length());
        snapshots.add(content);
      }
    }
    if (snapshots.isNewer() && sink.isWanted()) {
      delivery.offer(this::newest);
    }
  }

  private @Nullable T newest() {
    if (!snapshots.isNewer() || !budget.spend(snapshots.cost())) {
      return null;
    }
    T made = snapshots.make();
    last = made == null ? last : made;
    return made;
  }

  @Override
  public void onEnd(Consumer<? super T> pieces) {
    // The last value is one that was checked.
  }

  @Override
  public @Nullable GatewayzException flaw(StreamContent content) {
    AnswerEnd end = content.end();
    GatewayzException flaw = end.flaw(false, sink);
    if (flaw != null && !end.mayBeWhole()) {
      return flaw;
    }
    try {
      whole = snapshots.whole(end.text(), end.usage(), sink.info());
      return null;
    } catch (GatewayzException e) {
      return flaw == null ? e : flaw;
    }
  }

  @Override
  public void onWhole() {
    T checked = whole;
    delivery.offer(() -> isLast(checked) ? null : checked);
  }

  /** What is compared is the user's. */
  private boolean isLast(@Nullable T checked) {
    try {
      return Objects.equals(checked, last);
    } catch (Throwable t) {
      return false;
    }
  }
}
