package dev.gatewayz.testkit;

import dev.gatewayz.testkit.Delivery.Point;
import dev.gatewayz.testkit.internal.server.Act;
import dev.gatewayz.testkit.internal.server.Header;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A reply to one request as the acts that make it, group by group: the body's pieces with the steps
 * in their places. Lazy: a piece is made when the one before is out.
 */
final class Program implements Iterator<List<Act>> {
  private final Delivery delivery;
  private final Iterator<byte[]> pieces;
  private final Queue<List<Act>> ready = new ArrayDeque<>();

  /** The bytes after which something is to be done, ascending. */
  private final TreeSet<Long> byteCues;

  /** Whether the last piece also ends the stream, there being nothing to do in between. */
  private final boolean endsWithLastPiece;

  private long events;
  private long bytes;
  private boolean over;

  /** A program that says something. */
  Program(Rendering rendering, Delivery delivery) {
    this.delivery = delivery;
    this.byteCues =
        delivery.cues().stream()
            .filter(cue -> cue.point() == Point.BYTES)
            .map(Delivery.Cue::count)
            .collect(Collectors.toCollection(TreeSet::new));
    this.endsWithLastPiece =
        !rendering.stream()
            && delivery.trailers().isEmpty()
            && !delivery.cuesAt(Set.of(Point.EVENTS, Point.BYTES, Point.LAST, Point.AFTERWARDS));
    boolean open = rendering.stream() || !delivery.trailers().isEmpty();
    Framing framing = delivery.chosenFraming().orElse(open ? Framing.CHUNKED : Framing.LENGTH);
    List<Header> headers = headers(rendering.headers());
    Iterator<byte[]> body = rendering.pieces();
    if (delivery.oddFrames() && rendering.stream()) {
      body = new OddFrames(body);
    }
    if (delivery.gzip()) {
      body = new Gzip(body, rendering.stream());
      headers.add(new Header("Content-Encoding", "gzip"));
    }
    if (framing == Framing.LENGTH && !Delivery.has(headers, "content-length")) {
      List<byte[]> whole = new ArrayList<>();
      body.forEachRemaining(whole::add);
      long length = whole.stream().mapToLong(piece -> piece.length).sum();
      headers.add(new Header("Content-Length", Long.toString(length)));
      body = whole.iterator();
    }
    this.pieces = body;
    add(delivery.at(Point.FIRST, 0));
    add(
        List.of(
            new Act.Head(
                rendering.status(),
                headers,
                framing == Framing.CLOSE,
                endsWithLastPiece && !pieces.hasNext())));
  }

  /** A program that says nothing and only does its first steps. */
  Program(Delivery delivery) {
    this.delivery = delivery;
    this.pieces = List.<byte[]>of().iterator();
    this.byteCues = new TreeSet<>();
    this.endsWithLastPiece = false;
    this.over = true;
    add(delivery.at(Point.FIRST, 0));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !over) {
      advance();
    }
    return !ready.isEmpty();
  }

  @Override
  public List<Act> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void advance() {
    add(delivery.at(Point.EVENTS, events));
    if (pieces.hasNext()) {
      add(delivery.at(Point.EACH_EVENT, 0));
      piece(pieces.next());
      events++;
    } else {
      over = true;
      cueAt(bytes);
      add(delivery.at(Point.LAST, 0));
      if (!endsWithLastPiece) {
        add(List.of(new Act.Finish(delivery.trailers(), delivery.at(Point.AFTERWARDS, 0))));
      }
    }
  }

  /** Cuts a piece where something is to be done, and where it is too long. */
  private void piece(byte[] piece) {
    boolean last = endsWithLastPiece && !pieces.hasNext();
    long end = bytes + piece.length;
    if (last && piece.length == 0) {
      add(List.of(new Act.Body(ByteBuffer.allocate(0), true)));
    }
    int at = 0;
    while (at < piece.length) {
      cueAt(bytes);
      Long cue = byteCues.higher(bytes);
      long until = Math.min(cue == null ? end : Math.min(cue, end), bytes + delivery.split());
      int size = (int) (until - bytes);
      ByteBuffer slice = ByteBuffer.wrap(piece, at, size).slice().asReadOnlyBuffer();
      at += size;
      bytes += size;
      add(List.of(new Act.Body(slice, last && at == piece.length)));
    }
  }

  private void cueAt(long count) {
    if (byteCues.remove(count)) {
      add(delivery.at(Point.BYTES, count));
    }
  }

  private void add(List<Act> group) {
    if (!group.isEmpty()) {
      ready.add(group);
    }
  }

  /** The usual headers, less those left out or replaced, and the reply's own. */
  private List<Header> headers(List<Header> usual) {
    List<Header> headers = new ArrayList<>();
    for (Header header : usual) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (!delivery.without().contains(name) && !Delivery.has(delivery.headers(), name)) {
        headers.add(header);
      }
    }
    headers.addAll(delivery.headers());
    return headers;
  }
}
