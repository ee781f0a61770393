package dev.gatewayz.eval.internal.cases;

import dev.gatewayz.eval.internal.json.JsonTree;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases that are values already, and what a report shows of them. */
public final class CaseText {
  private CaseText() {}

  /**
   * The cases with their ids: a member {@code id}, else a digest of what they say.
   *
   * @throws IllegalArgumentException if there are none, or two have the same id
   */
  public static <C> List<CaseLine<C>> lines(List<C> cases) {
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("There are no cases.");
    }
    Set<String> ids = new HashSet<>();
    List<CaseLine<C>> lines = new ArrayList<>();
    for (C each : cases) {
      Object json = json(each);
      Object own = json instanceof Map<?, ?> object ? object.get("id") : null;
      String id =
          own == null
              ? CaseFile.digest(json)
              : own instanceof String text ? text : JsonTree.text(own);
      if (!ids.add(id)) {
        throw new IllegalArgumentException(
            own == null
                ? "The same case is there twice: " + JsonTree.text(json)
                : "Two cases have the id \"" + id + "\".");
      }
      lines.add(new CaseLine<>(id, JsonTree.text(json), each));
    }
    return lines;
  }

  private static @Nullable Object json(@Nullable Object value) {
    if (value instanceof Record) {
      return members(value);
    }
    if (value instanceof Optional<?> optional) {
      return json(optional.orElse(null));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      map.forEach((name, member) -> object.put(String.valueOf(name), json(member)));
      return object;
    }
    if (value instanceof Iterable<?> items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(item -> list.add(json(item)));
      return list;
    }
    return value instanceof Number || value instanceof Boolean || value == null
        ? value
        : value.toString();
  }

  private static Map<String, @Nullable Object> members(Object value) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        object.put(component.getName(), json(accessor.invoke(value)));
      } catch (ReflectiveOperationException | RuntimeException e) {
        object.put(component.getName(), "?");
      }
    }
    return object;
  }
}
