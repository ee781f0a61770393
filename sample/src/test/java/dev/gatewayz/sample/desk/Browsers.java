package dev.gatewayz.sample.desk;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Many browsers at once: each watches the charts and reads one answer. A load, not a test; the
 * arguments are the port of a desk, and how many browsers.
 */
public final class Browsers {
  private static final String QUESTION =
      "question=What+went+wrong%3F&model=gatewayz/openai/gpt-4o-mini";

  private Browsers() {}

  /** The port of a desk, and how many browsers. */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.parseInt(args[0]);
    int browsers = Integer.parseInt(args[1]);
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      read(loops, port, browsers);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }

  private static void read(EventLoopGroup loops, int port, int browsers)
      throws InterruptedException {
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicLong bytes = new AtomicLong();
    long[] firstMillis = new long[browsers];
    CountDownLatch ended = new CountDownLatch(browsers);
    Bootstrap feed = bootstrap(loops, new Sink(bytes, () -> {}, () -> {}, failure -> {}));
    long began = System.nanoTime();
    for (int i = 0; i < browsers; i++) {
      int browser = i;
      send(feed, port, "GET /api/metrics", "");
      long asked = System.nanoTime();
      Sink answer =
          new Sink(
              bytes,
              () -> firstMillis[browser] = (System.nanoTime() - asked) / 1_000_000,
              () -> {
                whole.incrementAndGet();
                ended.countDown();
              },
              failure -> {
                if (failed.getAndIncrement() == 0) {
                  System.out.println("The first that failed: " + failure);
                }
                ended.countDown();
              });
      send(bootstrap(loops, answer), port, "POST /api/answers", QUESTION);
      if (i % 20 == 19) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    boolean all = ended.await(2, TimeUnit.MINUTES);
    Arrays.sort(firstMillis);
    System.out.printf(
        "%d browsers, %d whole answers, %d failed%s in %d s, %d MB; first event p50 %d ms, p99 %d ms%n",
        browsers,
        whole.get(),
        failed.get(),
        all ? "" : " (not all)",
        (System.nanoTime() - began) / 1_000_000_000,
        bytes.get() >> 20,
        firstMillis[browsers / 2],
        firstMillis[browsers * 99 / 100]);
  }

  private static Bootstrap bootstrap(EventLoopGroup loops, Sink sink) {
    return new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(sink.another());
              }
            });
  }

  private static void send(Bootstrap bootstrap, int port, String line, String body)
      throws InterruptedException {
    Channel channel = bootstrap.connect("127.0.0.1", port).sync().channel();
    String request =
        line
            + " HTTP/1.1\r\nhost: 127.0.0.1:"
            + port
            + "\r\ncontent-length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    channel.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
  }

  /** Counts what comes, and sees the last event. */
  private static final class Sink extends SimpleChannelInboundHandler<ByteBuf> {
    private final AtomicLong bytes;
    private final Runnable onFirst;
    private final Runnable onDone;
    private final Consumer<String> onFailed;
    private boolean begun;
    private boolean over;

    /** The end of what has come, as an event may come in two pieces. */
    private String tail = "";

    Sink(AtomicLong bytes, Runnable onFirst, Runnable onDone, Consumer<String> onFailed) {
      this.bytes = bytes;
      this.onFirst = onFirst;
      this.onDone = onDone;
      this.onFailed = onFailed;
    }

    Sink another() {
      return new Sink(bytes, onFirst, onDone, onFailed);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf data) {
      bytes.addAndGet(data.readableBytes());
      String text = tail + data.toString(StandardCharsets.UTF_8);
      tail = text.substring(Math.max(0, text.length() - 16));
      if (!begun && text.contains("event: text")) {
        begun = true;
        onFirst.run();
      }
      int failed = text.indexOf("event: failed");
      if (!over && failed >= 0) {
        over = true;
        onFailed.accept(text.substring(failed).strip());
      } else if (!over && text.contains("event: done")) {
        over = true;
        onDone.run();
      }
    }
  }
}
