package dev.gatewayz.internal.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the first of several addresses that answers, as RFC 8305 ("happy eyeballs") says: the
 * next address is tried when the one before has failed, or has not answered for a quarter of a
 * second. All methods run on the loop that the bootstrap names.
 */
final class Dialer {
  private static final long STAGGER_MILLIS = 250;

  private final Bootstrap bootstrap;
  private final EventLoop loop;
  private final Addresses addresses;
  private final List<InetSocketAddress> order;
  private final Consumer<Channel> onConnected;
  private final Consumer<Throwable> onFailed;
  private final List<Channel> dialing = new ArrayList<>();
  private int next;
  private boolean over;
  private @Nullable ScheduledFuture<?> stagger;

  /**
   * A dialer that has not begun.
   *
   * @param onConnected gets the channel, open
   * @param onFailed gets the failure of the last address
   */
  Dialer(
      Bootstrap bootstrap,
      Addresses addresses,
      List<InetSocketAddress> candidates,
      Consumer<Channel> onConnected,
      Consumer<Throwable> onFailed) {
    this.bootstrap = bootstrap;
    this.loop = bootstrap.config().group().next();
    this.addresses = addresses;
    this.order = addresses.inOrder(candidates);
    this.onConnected = onConnected;
    this.onFailed = onFailed;
  }

  /** Tries the next address. */
  void dial() {
    InetSocketAddress address = order.get(next++);
    ChannelFuture connecting = bootstrap.connect(address);
    dialing.add(connecting.channel());
    connecting.addListener(
        done -> {
          // Where there is no socket to be had, the channel has no loop and tells on another
          // thread.
          if (loop.inEventLoop()) {
            dialed(connecting, address);
          } else {
            new LoopTasks(loop).execute(() -> dialed(connecting, address));
          }
        });
    if (!over && next < order.size()) {
      stagger = loop.schedule(this::dialNext, STAGGER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void dialed(ChannelFuture connecting, InetSocketAddress address) {
    Channel channel = connecting.channel();
    dialing.remove(channel);
    if (over) {
      channel.close();
    } else if (connecting.isSuccess()) {
      addresses.succeeded(address);
      stop();
      onConnected.accept(channel);
    } else {
      addresses.failed(address);
      onFailure(connecting.cause());
    }
  }

  /** Gives up. Nobody is told. */
  void stop() {
    over = true;
    cancelStagger();
    // Closing removes from the list.
    List.copyOf(dialing).forEach(Channel::close);
  }

  private void onFailure(Throwable cause) {
    if (next < order.size()) {
      cancelStagger();
      dial();
    } else if (dialing.isEmpty()) {
      over = true;
      onFailed.accept(cause);
    }
  }

  private void dialNext() {
    if (!over && next < order.size()) {
      dial();
    }
  }

  private void cancelStagger() {
    if (stagger != null) {
      stagger.cancel(false);
    }
  }
}
