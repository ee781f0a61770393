package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.IncrementalJson.Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that grows, whose names are data. */
final class MapGrowth<V> extends Growth<Map<String, V>> {
  private final Growing<V> type;
  private final Map<String, @Nullable V> values = new LinkedHashMap<>();
  private String name = "";
  private @Nullable Growth<V> last;

  MapGrowth(Growing<V> type, boolean takesNull) {
    super(takesNull);
    this.type = type;
  }

  @Override
  Form form(char first) {
    return first == '{' ? Form.PARTS : Form.UNFIT;
  }

  @Override
  boolean takes(String next) {
    keepLast();
    name = next;
    return !values.containsKey(next);
  }

  @Override
  Growth<V> part() {
    Growth<V> next = type.begin();
    last = next;
    return next;
  }

  private void keepLast() {
    if (last != null) {
      values.put(name, last.value());
      last = null;
    }
  }

  @Override
  void end() {
    keepLast();
    super.end();
  }

  @Override
  Map<String, V> empty() {
    return Map.of();
  }

  @Override
  Map<String, V> make() {
    Map<String, @Nullable V> known = new LinkedHashMap<>(values);
    if (last != null && last.isKnown()) {
      known.put(name, last.value());
    }
    return Collections.unmodifiableMap(known);
  }

  @Override
  long openCost() {
    return 1L + values.size() + (last == null ? 0 : last.cost());
  }
}
