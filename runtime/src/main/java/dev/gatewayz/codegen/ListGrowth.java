package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.IncrementalJson.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that grows: elements that have ended, and what is known of the next.
 *
 * @param <C> what becomes of the list
 */
final class ListGrowth<E, C> extends Growth<C> {
  private final Growing<E> type;
  private final Function<List<E>, C> as;
  private final List<@Nullable E> elements = new ArrayList<>();
  private @Nullable Growth<E> last;

  ListGrowth(Growing<E> type, Function<List<E>, C> as, boolean takesNull) {
    super(takesNull);
    this.type = type;
    this.as = as;
  }

  @Override
  Form form(char first) {
    return first == '[' ? Form.PARTS : Form.UNFIT;
  }

  @Override
  Growth<E> part() {
    keepLast();
    Growth<E> next = type.begin();
    last = next;
    return next;
  }

  private void keepLast() {
    if (last != null) {
      elements.add(last.value());
      last = null;
    }
  }

  @Override
  void end() {
    keepLast();
    super.end();
  }

  @Override
  C empty() {
    return as.apply(List.of());
  }

  @Override
  C make() {
    List<@Nullable E> known = new ArrayList<>(elements.size() + 1);
    known.addAll(elements);
    if (last != null && last.isKnown()) {
      known.add(last.value());
    }
    return as.apply(Collections.unmodifiableList(known));
  }

  @Override
  long openCost() {
    return 1L + elements.size() + (last == null ? 0 : last.cost());
  }
}
