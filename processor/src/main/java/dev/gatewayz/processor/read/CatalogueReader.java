package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.ModelCatalogue;
import dev.gatewayz.processor.model.ModelFacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a gateway has answered to {@code GET /v1/models}: one page, or a list of all pages, or
 * a list of models.
 */
public final class CatalogueReader {
  private static final String PREFIX = "gatewayz/";
  private static final int MOST_DIGITS = 40;
  private static final String ANSWER = "the answer of GET /v1/models";

  private CatalogueReader() {}

  /**
   * The catalogue in a file.
   *
   * @throws IllegalArgumentException if the file holds none, or only a part, and which
   */
  public static ModelCatalogue read(Path file) {
    Object json = json(file);
    List<?> pages = json instanceof List<?> list ? list : List.of(json);
    Map<String, ModelFacts> models = new HashMap<>();
    int count = 0;
    long total = 0;
    boolean more = false;
    for (Object page : pages) {
      Map<?, ?> members = map(page);
      boolean isModel = json instanceof List<?> && !members.containsKey("data");
      List<?> data = isModel ? List.of(page) : list(members, "data");
      for (Object element : data) {
        Map<?, ?> entry = map(element);
        String id = text(entry, "id").orElseThrow(() -> not("a model in it has no id"));
        models.merge(id.startsWith(PREFIX) ? id : PREFIX + id, facts(entry), ModelFacts::or);
      }
      count += data.size();
      total = Math.max(total, whole(members, "total").orElse(0L));
      more = Boolean.TRUE.equals(members.get("has_more"));
    }
    if (models.isEmpty()) {
      throw not("it has no models");
    }
    if (total > count || (more && total == 0)) {
      throw not(
          "it has "
              + count
              + " models of "
              + (total > 0 ? total : "more")
              + "; ask with ?limit=1000, and for further pages with &offset=1000, and put the pages"
              + " into a JSON list");
    }
    return new ModelCatalogue(models);
  }

  private static Object json(Path file) {
    try {
      return JsonReader.read(Files.readString(file))
          .orElseThrow(() -> not("it is no more than null"));
    } catch (CharacterCodingException e) {
      throw not("it is not UTF-8");
    } catch (IOException e) {
      throw new IllegalArgumentException("there is no file " + file.toAbsolutePath(), e);
    }
  }

  private static ModelFacts facts(Map<?, ?> entry) {
    Map<?, ?> provider = child(entry, "top_provider");
    return new ModelFacts(
        positive(whole(entry, "context_length")),
        positive(
            whole(entry, "max_output_tokens")
                .or(() -> whole(entry, "max_completion_tokens"))
                .or(() -> whole(provider, "max_completion_tokens"))),
        number(child(entry, "pricing"), "prompt").filter(price -> price.signum() >= 0),
        capabilities(child(entry, "capabilities")),
        texts(entry, "supported_parameters"),
        inputs(entry));
  }

  private static Map<String, Boolean> capabilities(Map<?, ?> all) {
    Map<String, Boolean> has = new HashMap<>();
    all.forEach(
        (name, value) -> {
          if (value instanceof Boolean can) {
            has.put(String.valueOf(name), can);
          }
        });
    return has;
  }

  /** As a list, or as in {@code text+image->text}. */
  private static Set<String> inputs(Map<?, ?> entry) {
    Map<?, ?> architecture = child(entry, "architecture");
    Set<String> listed = texts(architecture, "input_modalities");
    if (!listed.isEmpty()) {
      return listed;
    }
    return text(entry, "modality")
        .or(() -> text(architecture, "modality"))
        .filter(modality -> modality.contains("->"))
        .map(modality -> modality.substring(0, modality.indexOf("->")))
        .map(inputs -> Set.copyOf(List.of(inputs.split("\\+"))))
        .orElse(Set.of());
  }

  private static Map<?, ?> child(Map<?, ?> entry, String name) {
    return entry.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Set<String> texts(Map<?, ?> entry, String name) {
    List<String> texts = new ArrayList<>();
    if (entry.get(name) instanceof List<?> list) {
      list.forEach(element -> texts.add(String.valueOf(element)));
    }
    return new HashSet<>(texts);
  }

  private static Optional<String> text(Map<?, ?> entry, String name) {
    return entry.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Prices are texts, so that no digit is lost. */
  private static Optional<BigDecimal> number(Map<?, ?> entry, String name) {
    Object value = entry.get(name);
    try {
      return value instanceof BigDecimal || value instanceof String
          ? Optional.of(new BigDecimal(value.toString()))
              .filter(number -> Math.abs(number.scale()) <= MOST_DIGITS)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> whole(Map<?, ?> entry, String name) {
    return number(entry, name).map(BigDecimal::longValue);
  }

  private static Optional<Long> positive(Optional<Long> number) {
    return number.filter(n -> n > 0);
  }

  private static List<?> list(Map<?, ?> page, String name) {
    if (page.get(name) instanceof List<?> list) {
      return list;
    }
    throw not("it is not " + ANSWER);
  }

  private static Map<?, ?> map(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw not("it is not " + ANSWER);
  }

  private static IllegalArgumentException not(String reason) {
    return new IllegalArgumentException(reason);
  }
}
