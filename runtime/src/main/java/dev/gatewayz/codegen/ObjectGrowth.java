package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.IncrementalJson.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record that grows, component by component. */
final class ObjectGrowth<T> extends Growth<T> {
  private final Function<String, ? extends Growing<?>> types;
  private final Function<Known, T> constructor;
  private final Map<String, Growth<?>> members = new HashMap<>();
  private String name = "";
  private @Nullable Growth<?> last;

  ObjectGrowth(
      Function<String, ? extends Growing<?>> types,
      Function<Known, T> constructor,
      boolean takesNull) {
    super(takesNull);
    this.types = types;
    this.constructor = constructor;
  }

  @Override
  Form form(char first) {
    return first == '{' ? Form.PARTS : Form.UNFIT;
  }

  @Override
  boolean takes(String next) {
    name = next;
    return !members.containsKey(next);
  }

  @Override
  @Nullable Growth<?> part() {
    Growing<?> type = types.apply(name);
    if (type == Growing.UNREAD) {
      return null;
    }
    Growth<?> next = type.begin();
    members.put(name, next);
    last = next;
    return next;
  }

  /** What is known of a component. */
  @Nullable Object known(String component) {
    Growth<?> member = members.get(component);
    return member == null ? types.apply(component).begin().nothing() : member.value();
  }

  @Override
  T make() {
    return constructor.apply(new Known(this));
  }

  @Override
  long openCost() {
    return 8L + members.size() + (last == null ? 0 : last.cost());
  }
}
