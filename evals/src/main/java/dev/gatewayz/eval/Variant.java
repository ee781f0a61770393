package dev.gatewayz.eval;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import dev.gatewayz.Gatewayz;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is evaluated: prompts, and the model they ask. Thread-safe. */
final class Variant {
  private static final String PREFIX = "gatewayz/";

  private final String name;
  private final Gatewayz gatewayz;
  private final Gatewayz judging;
  private final @Nullable Class<?> prompts;
  private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> judges = new ConcurrentHashMap<>();

  private Variant(String name, Gatewayz gatewayz, Gatewayz judging, @Nullable Class<?> prompts) {
    this.name = name;
    this.gatewayz = gatewayz;
    this.judging = judging;
    this.prompts = prompts;
  }

  /** Every model with every set of prompts. */
  static List<Variant> all(Gatewayz client, List<String> models, List<Class<?>> prompts) {
    Gatewayz judging = client.with(CallOptions.builder().tag(CallRecorder.ROLE, "judge").build());
    List<Variant> variants = new ArrayList<>();
    for (String chain : models.isEmpty() ? List.of("") : models) {
      Gatewayz asked = chain.isEmpty() ? client : client.with(options(chain));
      for (Class<?> type : prompts.isEmpty() ? Arrays.asList((Class<?>) null) : prompts) {
        Variant variant = new Variant(name(chain, type), asked, judging, type);
        if (type != null) {
          variant.prompts(type); // What is missing is said before anything is asked.
        }
        variants.add(variant);
      }
    }
    return variants;
  }

  private static CallOptions options(String chain) {
    List<String> models = Arrays.stream(chain.split(">", -1)).map(String::strip).toList();
    CallOptions.Builder options = CallOptions.builder().model(models.get(0));
    models.stream().skip(1).map(Fallback::model).forEach(options::fallback);
    return options.build();
  }

  private static String name(String chain, @Nullable Class<?> type) {
    String model = chain.replace(PREFIX, "").strip();
    if (type == null) {
      return model.isEmpty() ? "all" : model;
    }
    return model.isEmpty() ? type.getSimpleName() : type.getSimpleName() + " on " + model;
  }

  String name() {
    return name;
  }

  Gatewayz gatewayz() {
    return gatewayz;
  }

  /** The prompts of this variant, if they extend the type; else those of the type. */
  <T> T prompts(Class<T> type) {
    Class<?> own = prompts != null && type.isAssignableFrom(prompts) ? prompts : type;
    return type.cast(clients.computeIfAbsent(own, gatewayz::create));
  }

  <T> T judge(Class<T> type) {
    return type.cast(judges.computeIfAbsent(type, judging::create));
  }
}
