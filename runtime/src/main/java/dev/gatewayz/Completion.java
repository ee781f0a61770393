package dev.gatewayz;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer with all that came with it. Immutable.
 *
 * @param <T> the type of the value: text, or what a prompt method says
 */
public sealed interface Completion<T> permits CompletionValue {

  /** The answer, read from the first choice. */
  T value();

  /** The response as it was on the wire; of a stream, what its pieces make together. */
  ChatCompletion response();

  /**
   * The id under which the gateway knows the call, for its support; empty if no request was sent
   * because an interceptor answered.
   */
  String requestId();

  /** How many requests it took, 0 if an interceptor answered. */
  int attempts();

  /**
   * What the call cost, in US dollars: as it was reported, else as the price table of the client
   * says; {@code null} if nobody knows.
   */
  @Nullable BigDecimal cost();

  /**
   * The messages of the call, ready to be the history of another one: those that were sent, rounds
   * of tools and corrections included, and the answer.
   */
  List<Message> exchange();

  /** The headers of the response by lower-case name; several values are joined by commas. */
  Map<String, String> headers();

  /** The text of the first choice, empty if there is none. */
  default String text() {
    return response().text();
  }

  /** The answer's id, empty where the provider gives none. */
  default String id() {
    return response().id();
  }

  /** The model that answered, with its {@code gatewayz/} prefix. */
  default String model() {
    return response().model();
  }

  /** All answers, more than one if {@code n} asked for them. */
  default List<Choice> choices() {
    return response().choices();
  }

  /** Why the first answer ended. */
  default FinishReason finishReason() {
    return choices().get(0).finishReason();
  }

  /** Why the first answer ended, in the word of the server; {@code null} if it sent none. */
  default @Nullable String finishReasonText() {
    return choices().get(0).finishReasonText();
  }

  /** The tokens, {@code null} where none were reported. */
  default @Nullable Usage usage() {
    return response().usage();
  }

  /** The thoughts a reasoning model showed with the first answer, {@code null} where it did not. */
  default @Nullable String reasoning() {
    return choices().get(0).message().reasoning();
  }

  /** What the gateway said about its limits. */
  default RateLimits rateLimits() {
    return RateLimits.of(headers());
  }

  /** The same with another value, which is made of this one. */
  default <R> Completion<R> map(Function<? super T, ? extends R> change) {
    R changed = change.apply(value());
    return new Builder<R>(changed, response())
        .requestId(requestId())
        .attempts(attempts())
        .cost(cost())
        .headers(this::headers)
        .exchange(this::exchange)
        .build();
  }

  /**
   * Starts with a value and the response it was read from; for tests, and for those who answer
   * calls themselves.
   *
   * @throws IllegalArgumentException if the response has no choices
   */
  static <T> Builder<T> builder(T value, ChatCompletion response) {
    return new Builder<>(value, response);
  }

  /** The same, to be changed. */
  default Builder<T> toBuilder() {
    return new Builder<>(value(), response())
        .requestId(requestId())
        .attempts(attempts())
        .cost(cost())
        .headers(this::headers)
        .exchange(this::exchange);
  }

  /**
   * Collects a {@link Completion}. Each method returns this builder.
   *
   * @param <T> the type of the value
   */
  final class Builder<T> {
    final T value;
    final ChatCompletion response;
    String requestId = "";
    int attempts;
    @Nullable BigDecimal cost;
    Supplier<List<Message>> exchange;
    Supplier<Map<String, String>> headers = Map::of;

    private Builder(T value, ChatCompletion response) {
      if (response.choices().isEmpty()) {
        throw new IllegalArgumentException("A completion needs a response with a choice.");
      }
      this.value = value;
      this.response = response;
      this.exchange = () -> List.of(response.choices().get(0).message());
    }

    /** See {@link Completion#requestId()}. Default: empty. */
    public Builder<T> requestId(String requestId) {
      this.requestId = Objects.requireNonNull(requestId, "requestId");
      return this;
    }

    /** See {@link Completion#attempts()}. Default: 0. */
    public Builder<T> attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /** See {@link Completion#cost()}. Default: unknown. */
    public Builder<T> cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /** See {@link Completion#exchange()}; made when somebody asks. Default: the answer alone. */
    public Builder<T> exchange(Supplier<List<Message>> exchange) {
      this.exchange = Objects.requireNonNull(exchange, "exchange");
      return this;
    }

    /** See {@link Completion#headers()}; made when somebody asks. Default: empty. */
    public Builder<T> headers(Supplier<Map<String, String>> headers) {
      this.headers = Objects.requireNonNull(headers, "headers");
      return this;
    }

    /** What was collected. */
    public Completion<T> build() {
      return new CompletionValue<>(this);
    }
  }
}
