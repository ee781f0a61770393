package dev.gatewayz.internal.wire;

import dev.gatewayz.gateway.Model;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's catalogue. What is missing is left out. */
public final class CatalogueReader {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "object",
          "name",
          "provider_slug",
          "source_gateway",
          "owned_by",
          "modality",
          "health_status",
          "context_length",
          "pricing",
          "capabilities",
          "supported_parameters");

  private CatalogueReader() {}

  /**
   * A page of the catalogue.
   *
   * @param models the models
   * @param nextOffset where the next page begins, -1 if this is the last
   */
  public record Page(List<Model> models, int nextOffset) {}

  /** Reads a page of {@code GET /v1/models}, {@code null} if it is none. */
  public static @Nullable Page page(byte[] bytes, int length) {
    Document document = Document.of(bytes, length);
    List<?> data = document == null ? null : document.list("data");
    if (document == null || data == null) {
      return null;
    }
    List<Model> models = new ArrayList<>(data.size());
    for (Object element : data) {
      if (element instanceof Map<?, ?> map) {
        Document entry = new Document(map);
        String id = entry.text("id");
        if (id != null) {
          models.add(model(id, entry));
        }
      }
    }
    Long next = document.isTrue("has_more") ? document.whole("next_offset") : null;
    return new Page(List.copyOf(models), next == null ? -1 : (int) Math.min(next, 1 << 30));
  }

  private static Model model(String id, Document entry) {
    Document pricing = entry.object("pricing");
    String provider = entry.text("provider_slug");
    return Model.builder()
        .name(ModelName.ofWire(id).name())
        .displayName(entry.text("name"))
        .provider(provider == null ? entry.text("source_gateway") : provider)
        .ownedBy(entry.text("owned_by"))
        .modality(modality(entry))
        .healthStatus(entry.text("health_status"))
        .contextLength(orZero(entry.whole("context_length")))
        .promptPrice(pricing.decimal("prompt"))
        .completionPrice(pricing.decimal("completion"))
        .cacheReadPrice(pricing.decimal("input_cache_read"))
        .cacheWritePrice(pricing.decimal("input_cache_write"))
        .capabilities(capabilities(entry.object("capabilities")))
        .supportedParameters(texts(entry.list("supported_parameters")))
        .extra(entry.without(KNOWN))
        .build();
  }

  private static @Nullable String modality(Document entry) {
    String modality = entry.text("modality");
    return modality == null ? entry.object("architecture").text("modality") : modality;
  }

  private static Set<String> capabilities(Document all) {
    Set<String> has = new LinkedHashSet<>();
    all.members()
        .forEach(
            (name, value) -> {
              if (Boolean.TRUE.equals(value)) {
                has.add(String.valueOf(name));
              }
            });
    return has;
  }

  private static List<String> texts(@Nullable List<?> list) {
    List<String> texts = new ArrayList<>();
    if (list != null) {
      list.forEach(element -> texts.add(String.valueOf(element)));
    }
    return texts;
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
