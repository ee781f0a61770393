package dev.gatewayz.benchmarks.client;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gatewayz through the generated implementation of an interface. */
public final class GatewayzClientUnderTest implements Client {
  /** As a server of many tenants would set them. */
  private static final CallOptions OPTIONS =
      CallOptions.builder()
          .model("gatewayz/bench/call")
          .apiKey("gw_live_fedcba9876543210")
          .tag("tenant", "acme")
          .totalDeadline(Duration.ofSeconds(30))
          .build();

  private final @Nullable EventLoopGroup group;
  private final Gatewayz gatewayz;
  private final Prompts prompts;
  private final TypedPrompt typed;
  private final boolean isBlocking;

  GatewayzClientUnderTest(Target target, int loops, Kind kind) {
    GatewayzBuilder builder =
        Gatewayz.builder().apiKey("gw_live_0123456789abcdef").apiBase(target.base());
    if (kind == Kind.GATEWAYZ_HTTP1) {
      builder.maxConnections(128, 1_024);
    } else if (!target.secure()) {
      builder.http2PriorKnowledge();
    }
    if (kind == Kind.GATEWAYZ_IO_URING) {
      builder.ioUring();
    }
    group = loops == 0 ? null : new MultiThreadIoEventLoopGroup(loops, NioIoHandler.newFactory());
    if (group != null) {
      builder.eventLoopGroup(group);
    }
    this.gatewayz = builder.build();
    this.prompts = new GatewayzPrompts(gatewayz);
    this.typed = new TypedPrompt(gatewayz);
    this.isBlocking = kind == Kind.GATEWAYZ_BLOCKING;
  }

  private static ChatRequest untyped() {
    return ChatRequest.builder()
        .model("gatewayz/bench/call")
        .system(SYSTEM)
        .user(INSTRUCTION + TEXT)
        .temperature(0.2)
        .build();
  }

  @Override
  public boolean isBlocking() {
    return isBlocking;
  }

  @Override
  public void call(String model, Pieces pieces) {
    if (isBlocking) {
      pieces.piece(prompts.callAndWait(TEXT));
      pieces.end(null);
      return;
    }
    CompletableFuture<?> answer =
        switch (model) {
          case "bench/call" -> prompts.call(TEXT);
          case "bench/call:options" -> prompts.callWith(OPTIONS, TEXT);
          case "bench/call:completion" -> prompts.complete(TEXT);
          case "bench/call:both" -> prompts.completeWith(OPTIONS, TEXT);
          case "bench/call:untyped" -> gatewayz.completeAsync(untyped());
          case "bench/typed" -> prompts.typedAsText(TEXT);
          case "bench/brief" -> typed.typed(TEXT);
          default -> throw new IllegalArgumentException(model);
        };
    answer.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            pieces.piece(value instanceof String text ? text : "");
          }
          pieces.end(failure);
        });
  }

  @Override
  public void stream(String model, Pieces pieces) {
    switch (model) {
      case "bench/stream:completion" ->
          prompts.stream(TEXT).subscribe(new ToPiecesAndEnd(new ToPieces(pieces, Long.MAX_VALUE)));
      case "bench/stream:chunks" ->
          prompts.chunks(TEXT).subscribe(new Each<>(pieces, ChatChunk::text));
      case "bench/created" -> prompts.created(TEXT).subscribe(new Each<>(pieces, ChatChunk::text));
      case "bench/elements" ->
          prompts.elements(TEXT).subscribe(new Each<>(pieces, Prompts.Point::headline));
      default -> publisher(model).subscribe(new ToPieces(pieces, Long.MAX_VALUE));
    }
  }

  /** Opens a stream and asks for its first piece, and for no more. */
  public void crawl(String model) {
    Pieces ignored =
        new Pieces() {
          @Override
          public void piece(String text) {}

          @Override
          public void end(@Nullable Throwable failure) {
            new IllegalStateException("The stream should still be open.", failure)
                .printStackTrace();
          }
        };
    publisher(model).subscribe(new ToPieces(ignored, 1));
  }

  private Flow.Publisher<String> publisher(String model) {
    return switch (model) {
      case "bench/stream", "bench/stream:first" -> prompts.stream(TEXT);
      case "bench/long" -> prompts.longStream(TEXT);
      case "bench/slow" -> prompts.slow(TEXT);
      case "bench/stamped" -> prompts.stamped(TEXT);
      default -> throw new IllegalArgumentException(model);
    };
  }

  @Override
  public void close() {
    gatewayz.close();
    if (group != null) {
      group.shutdownGracefully();
    }
  }

  /** Hands a text of each piece on. */
  private record Each<T>(Pieces pieces, Function<T, String> text) implements Flow.Subscriber<T> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T piece) {
      pieces.piece(text.apply(piece));
    }

    @Override
    public void onError(Throwable failure) {
      pieces.end(failure);
    }

    @Override
    public void onComplete() {
      pieces.end(null);
    }
  }

  /** Wants to know what came with the answer, too. */
  private record ToPiecesAndEnd(ToPieces to) implements AnswerSubscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      to.onSubscribe(subscription);
    }

    @Override
    public void onNext(String text) {
      to.onNext(text);
    }

    @Override
    public void onCompletion(Completion<String> completion) {}

    @Override
    public void onError(Throwable failure) {
      to.onError(failure);
    }

    @Override
    public void onComplete() {
      to.onComplete();
    }
  }

  private record ToPieces(Pieces pieces, long demand) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(demand);
    }

    @Override
    public void onNext(String text) {
      pieces.piece(text);
    }

    @Override
    public void onError(Throwable failure) {
      pieces.end(failure);
    }

    @Override
    public void onComplete() {
      pieces.end(null);
    }
  }
}
