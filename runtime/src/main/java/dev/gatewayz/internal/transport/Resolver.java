package dev.gatewayz.internal.transport;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Finds the addresses of a host, with the JDK's resolver. Blocks, so it runs off the loops. */
final class Resolver {

  /** The addresses in the order they should be tried. */
  List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (InetAddress address : InetAddress.getAllByName(host)) {
      addresses.add(new InetSocketAddress(address, port));
    }
    return addresses;
  }

  /** Whether the host is an address itself, so that nothing needs to be asked. */
  static boolean isAddress(String host) {
    return NetUtil.createByteArrayFromIpAddressString(host) != null;
  }

  /** The address that the host is. */
  static InetSocketAddress address(String host, int port) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
    try {
      return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(host, e);
    }
  }
}
