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

  /** {@return the answer, read from the first choice} */
  T value();

  /** {@return the response as it was on the wire; of a stream, what its pieces make together} */
  ChatCompletion response();

  /**
   * {@return the id under which the gateway knows the call, for its support; empty if no request
   * was sent because an interceptor answered}
   */
  String requestId();

  /** {@return how many requests it took, 0 if an interceptor answered} */
  int attempts();

  /**
   * {@return what the call cost, in US dollars: as it was reported, else as the price table of the
   * client says; {@code null} if nobody knows}
   */
  @Nullable BigDecimal cost();

  /**
   * {@return the messages of the call, ready to be the history of another one: those that were
   * sent, rounds of tools and corrections included, and the answer}
   */
  List<Message> exchange();

  /**
   * {@return the headers of the response by lower-case name; several values are joined by commas}
   */
  Map<String, String> headers();

  /** {@return the text of the first choice, empty if there is none} */
  default String text() {
    return response().text();
  }

  /** {@return the answer's id, empty where the provider gives none} */
  default String id() {
    return response().id();
  }

  /** {@return the model that answered, with its {@code gatewayz/} prefix} */
  default String model() {
    return response().model();
  }

  /** {@return all answers, more than one if {@code n} asked for them} */
  default List<Choice> choices() {
    return response().choices();
  }

  /** {@return why the first answer ended} */
  default FinishReason finishReason() {
    return choices().get(0).finishReason();
  }

  /**
   * {@return why the first answer ended, in the word of the server; {@code null} if it sent none}
   */
  default @Nullable String finishReasonText() {
    return choices().get(0).finishReasonText();
  }

  /** {@return the tokens, {@code null} where none were reported} */
  default @Nullable Usage usage() {
    return response().usage();
  }

  /**
   * {@return the thoughts a reasoning model showed with the first answer, {@code null} where it did
   * not}
   */
  default @Nullable String reasoning() {
    return choices().get(0).message().reasoning();
  }

  /** {@return what the gateway said about its limits} */
  default RateLimits rateLimits() {
    return RateLimits.of(headers());
  }

  /**
   * {@return the same with another value, which is made of this one}
   *
   * @param <R> the type of the other value
   * @param change makes the other value; called once, at once
   */
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
   * @param <T> the type of the value
   * @param value the answer
   * @param response what the value was read from, with one choice at least
   * @return a builder that knows no more than these
   * @throws IllegalArgumentException if the response has no choices
   */
  static <T> Builder<T> builder(T value, ChatCompletion response) {
    return new Builder<>(value, response);
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets the id under which the gateway knows the call, see {@link Completion#requestId()}.
     * Default: empty.
     *
     * @param requestId empty if no request was sent
     * @return this builder
     */
    public Builder<T> requestId(String requestId) {
      this.requestId = Objects.requireNonNull(requestId, "requestId");
      return this;
    }

    /**
     * Sets how many requests it took, see {@link Completion#attempts()}. Default: 0.
     *
     * @param attempts 0 or more
     * @return this builder
     */
    public Builder<T> attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /**
     * Sets what the call cost, see {@link Completion#cost()}. Default: unknown.
     *
     * @param cost in US dollars, {@code null} if nobody knows
     * @return this builder
     */
    public Builder<T> cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /**
     * Sets the messages of the call, see {@link Completion#exchange()}; made when somebody asks.
     * Default: the answer alone.
     *
     * @param exchange gives them, the answer last
     * @return this builder
     */
    public Builder<T> exchange(Supplier<List<Message>> exchange) {
      this.exchange = Objects.requireNonNull(exchange, "exchange");
      return this;
    }

    /**
     * Sets the headers of the response, see {@link Completion#headers()}; made when somebody asks.
     * Default: empty.
     *
     * @param headers gives them by lower-case name
     * @return this builder
     */
    public Builder<T> headers(Supplier<Map<String, String>> headers) {
      this.headers = Objects.requireNonNull(headers, "headers");
      return this;
    }

    /** {@return what was collected} */
    public Completion<T> build() {
      return new CompletionValue<>(this);
    }
  }
}
