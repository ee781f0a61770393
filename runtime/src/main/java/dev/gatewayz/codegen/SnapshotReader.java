package dev.gatewayz.codegen;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.answer.Snapshots;
import dev.gatewayz.internal.json.IncrementalJson;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one answer that is a record. Where the answer does not fit, snapshots end; what
 * is wrong is said when all of it is read.
 *
 * @param <T> the record
 */
final class SnapshotReader<T> implements Snapshots<T>, IncrementalJson.Parts {
  private final Growing<T> type;
  private final AnswerType<T> whole;
  private final IncrementalJson json = new IncrementalJson(this);
  private final Deque<Growth<?>> open = new ArrayDeque<>();
  private Growth<T> root;
  private @Nullable Growth<?> value;
  private boolean isNewer;

  SnapshotReader(Growing<T> type, AnswerType<T> whole) {
    this.type = type;
    this.whole = whole;
    this.root = type.begin();
  }

  // The answer.

  @Override
  public void add(String text) {
    json.feed(text);
  }

  @Override
  public boolean isNewer() {
    return isNewer;
  }

  @Override
  public long cost() {
    return root.cost();
  }

  /** A constructor of the user's may refuse what is not whole. */
  @Override
  public @Nullable T make() {
    isNewer = false;
    try {
      return root.value();
    } catch (Throwable t) {
      return null;
    }
  }

  @Override
  public T whole(String text, @Nullable Usage usage, CallInfo call) {
    return whole.whole(text, usage, call);
  }

  // Its JSON.

  @Override
  public boolean isKnown() {
    return root.isKnown();
  }

  @Override
  public void restart() {
    open.clear();
    root = type.begin();
    isNewer = false;
  }

  @Override
  public IncrementalJson.Form begin(char first) {
    Growth<?> outer = open.peek();
    Growth<?> next = outer == null ? root : outer.part();
    if (next == null) {
      return IncrementalJson.Form.NONE;
    }
    IncrementalJson.Form form = next.begin(first);
    if (form == IncrementalJson.Form.PARTS) {
      open.push(next);
    } else {
      value = next;
    }
    return form;
  }

  @Override
  public boolean name(String name) {
    return open.element().takes(name);
  }

  @Override
  public void text(CharSequence source, int start, int end) {
    if (open.element().text(source, start, end)) {
      learn();
    }
  }

  @Override
  public void end() {
    Growth<?> ended = open.pop();
    boolean wasKnown = ended.isKnown();
    ended.end();
    // An empty list that must be there is no news where nothing else could stand.
    if (!wasKnown && (isInList() || ended.nothing() == null)) {
      learn();
    }
  }

  @Override
  public boolean whole(String text) {
    Growth<?> ended = value;
    if (ended == null || !ended.whole(text)) {
      return false;
    }
    ended.end();
    if (isInList() || !ended.isNull()) {
      learn();
    }
    return true;
  }

  private boolean isInList() {
    return !(open.peek() instanceof ObjectGrowth);
  }

  /** Something more is known, of all that is open. */
  private void learn() {
    isNewer = true;
    for (Growth<?> around : open) {
      if (around.isKnown()) {
        return;
      }
      around.know();
    }
  }
}
