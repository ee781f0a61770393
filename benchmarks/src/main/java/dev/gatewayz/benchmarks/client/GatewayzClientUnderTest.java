package dev.gatewayz.benchmarks.client;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Gatewayz through the generated implementation of an interface. */
public final class GatewayzClientUnderTest implements Client {
  private final @Nullable EventLoopGroup group;
  private final Gatewayz gatewayz;
  private final Prompts prompts;
  private final TypedPrompt typed;
  private final boolean isBlocking;

  GatewayzClientUnderTest(Target target, int loops, boolean isBlocking) {
    GatewayzBuilder builder =
        Gatewayz.builder().apiKey("gw_live_0123456789abcdef").apiBase(target.base());
    if (!target.secure()) {
      builder.http2PriorKnowledge();
    }
    group = loops == 0 ? null : new MultiThreadIoEventLoopGroup(loops, NioIoHandler.newFactory());
    if (group != null) {
      builder.eventLoopGroup(group);
    }
    this.gatewayz = builder.build();
    this.prompts = new GatewayzPrompts(gatewayz);
    this.typed = new TypedPrompt(gatewayz);
    this.isBlocking = isBlocking;
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
    publisher(model).subscribe(new ToPieces(pieces, Long.MAX_VALUE));
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
      case "bench/stream" -> prompts.stream(TEXT);
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
