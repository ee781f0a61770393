package dev.gatewayz.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/**
 * One connection in bytes. Every wait ends: after the server's patience it fails, and says what has
 * gone over the connection until then.
 *
 * <p>Sending never fails. A client that has closed the connection is noticed by what is expected
 * next. Used by the one thread that plays the connection's script.
 */
public final class RawConnection {
  private final Socket socket;
  private final int number;
  private final Duration patience;
  private final ConnectionLog log = new ConnectionLog();

  RawConnection(Socket socket, int number, Duration patience) {
    this.socket = socket;
    this.number = number;
    this.patience = patience;
  }

  /** Which connection of the server this is, from 1. */
  public int number() {
    return number;
  }

  /** What ALPN agreed on; empty in cleartext, or if the client named nothing. */
  public String protocol() {
    String protocol = socket instanceof SSLSocket tls ? tls.getApplicationProtocol() : "";
    return protocol == null ? "" : protocol;
  }

  /** Sends pieces, each by itself. */
  public void send(byte[]... pieces) {
    for (byte[] piece : pieces) {
      log.sent(piece.length + " bytes");
      write(piece);
    }
  }

  /** Sends text as UTF-8. */
  public void send(String text) {
    log.sent('"' + text + '"');
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes in pieces of that size, each by itself. */
  public void sendSplit(byte[] bytes, int size) {
    log.sent(bytes.length + " bytes, " + size + " at a time");
    for (int at = 0; at < bytes.length; at += size) {
      write(bytes, at, Math.min(size, bytes.length - at));
    }
  }

  /**
   * Receives exactly so many bytes.
   *
   * @throws AssertionError if they do not come in time or the client closes before
   */
  public byte[] receive(int count) {
    byte[] bytes = new byte[count];
    int have = read(bytes, deadline());
    if (have < count) {
      throw failure("Expected " + count + " bytes, but the connection ended after " + have);
    }
    log.received(count + " bytes");
    return bytes;
  }

  /**
   * Receives text until it ends like this.
   *
   * @throws AssertionError if that does not come in time or the client closes before
   */
  public String receiveUntil(String end) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] one = new byte[1];
    long deadline = deadline();
    while (!text.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
      if (read(one, deadline) == 0) {
        throw failure("The connection ended after: " + text.toString(StandardCharsets.UTF_8));
      }
      text.write(one[0]);
    }
    String received = text.toString(StandardCharsets.UTF_8);
    log.received('"' + received + '"');
    return received;
  }

  /**
   * Waits for the client to close the connection, in order or not, and drops what it still sends.
   *
   * @throws AssertionError if it does not in time
   */
  public void expectClosed() {
    byte[] dropped = new byte[4096];
    long deadline = deadline();
    while (read(dropped, deadline) > 0) {
      log.received("bytes nobody expects");
    }
  }

  /** Closes the connection in order. */
  public void close() {
    log.sent("the end of the connection");
    try {
      socket.close();
    } catch (IOException e) {
      log.received("a broken connection: " + e.getMessage());
    }
  }

  /** Closes the connection with a TCP reset. */
  public void abort() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      log.received("a broken connection: " + e.getMessage());
    }
    close();
  }

  /**
   * Passes on whatever comes, both ways, to a port of this machine and back, until either side
   * ends: what a proxy does once it has answered CONNECT.
   */
  public void tunnelTo(int port) {
    log.sent("whatever port " + port + " says");
    try (Socket other = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(0);
      other.setTcpNoDelay(true);
      Thread back =
          new Thread(() -> pass(other, socket), Thread.currentThread().getName() + "-back");
      back.setDaemon(true);
      back.start();
      pass(socket, other);
      back.join();
    } catch (IOException e) {
      log.received("a broken connection: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Passes bytes on, and at their end ends both sides. */
  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either side has ended.
    }
  }

  /** Says that nothing more will be sent, and goes on receiving. */
  public void closeOutput() {
    log.sent("the end of the output");
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      log.received("a broken connection: " + e.getMessage());
    }
  }

  /**
   * Ends the connection so that nothing that was sent is lost: closing it with something unread
   * would take back what the client has not read yet.
   */
  void finish() {
    closeOutput();
    try {
      expectClosed();
    } catch (AssertionError e) {
      log.received("nothing, and does not close the connection either");
    }
    close();
  }

  /** What has gone over the connection so far, line by line. */
  public String log() {
    return log.toString();
  }

  /** An expectation that was not met. */
  AssertionError failure(String what) {
    return new AssertionError(what + "\nOn connection " + number + ":\n" + log);
  }

  ConnectionLog lines() {
    return log;
  }

  /** When a wait that begins now ends. */
  long deadline() {
    return System.nanoTime() + patience.toNanos();
  }

  /** Writes without a line in the log. */
  void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  private void write(byte[] bytes, int offset, int length) {
    try {
      socket.getOutputStream().write(bytes, offset, length);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      log.received("a broken connection: " + e.getMessage());
    }
  }

  /**
   * Reads until the array is full or the connection has ended.
   *
   * @return how many bytes were read; less than asked for only at the end
   */
  int read(byte[] bytes, long deadline) {
    int have = 0;
    try {
      while (have < bytes.length) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new SocketTimeoutException();
        }
        socket.setSoTimeout((int) left);
        int count = socket.getInputStream().read(bytes, have, bytes.length - have);
        if (count < 0) {
          log.received("the end of the connection");
          return have;
        }
        have += count;
      }
    } catch (SocketTimeoutException e) {
      throw failure("Nothing more came within " + patience);
    } catch (IOException e) {
      log.received("a broken connection: " + e.getMessage());
    }
    return have;
  }
}
