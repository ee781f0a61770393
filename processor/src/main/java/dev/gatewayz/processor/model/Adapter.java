package dev.gatewayz.processor.model;

import java.util.Optional;

/** A type of another library that a publisher is turned into. */
public enum Adapter {
  MONO("reactor.core.publisher.Mono", false),
  FLUX("reactor.core.publisher.Flux", true),
  UNI("io.smallrye.mutiny.Uni", false),
  MULTI("io.smallrye.mutiny.Multi", true),
  SINGLE("io.reactivex.rxjava3.core.Single", false),
  FLOWABLE("io.reactivex.rxjava3.core.Flowable", true);

  private final String className;
  private final boolean many;

  Adapter(String className, boolean many) {
    this.className = className;
    this.many = many;
  }

  /** The one of that class. */
  public static Optional<Adapter> of(String className) {
    for (Adapter adapter : values()) {
      if (adapter.className.equals(className)) {
        return Optional.of(adapter);
      }
    }
    return Optional.empty();
  }

  /** The qualified name of its class. */
  public String className() {
    return className;
  }

  /** Whether it holds any number of values rather than one. */
  public boolean isMany() {
    return many;
  }
}
