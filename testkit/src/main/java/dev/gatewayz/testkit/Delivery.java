package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.server.Act;
import dev.gatewayz.testkit.internal.server.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a reply goes over the wire, whatever it says. Immutable; each method that changes something
 * returns a copy.
 *
 * @param headers sent beside, or instead of, the usual ones
 * @param without names, in lower case, of usual headers that are not sent
 * @param trailers sent behind the body
 * @param framing how HTTP/1.1 delimits the body; {@code null} for the usual way
 * @param split the most bytes of one frame or chunk
 * @param gzip whether the body is compressed
 * @param oddFrames whether events are written in the ways that few servers use
 * @param cues what else is done, and when
 */
record Delivery(
    List<Header> headers,
    Set<String> without,
    List<Header> trailers,
    @Nullable Framing framing,
    int split,
    boolean gzip,
    boolean oddFrames,
    List<Cue> cues) {

  /** The points of a reply at which something can be done. */
  enum Point {
    /** Before the status. */
    FIRST,
    /** When so many events of the body are out. */
    EVENTS,
    /** Before each event of the body. */
    EACH_EVENT,
    /** When so many bytes of the body are out. */
    BYTES,
    /** Behind the body, before its end. */
    LAST,
    /** Behind the end. */
    AFTERWARDS
  }

  /**
   * Something to do at a point.
   *
   * @param point when
   * @param count of events or bytes, 0 for the other points
   * @param acts what
   */
  record Cue(Point point, long count, List<Act> acts) {}

  /** As everything is delivered that is not told otherwise. */
  static final Delivery USUAL =
      new Delivery(
          List.of(), Set.of(), List.of(), null, Integer.MAX_VALUE, false, false, List.of());

  Delivery withHeader(Header header) {
    return new Delivery(
        plus(headers, header), without, trailers, framing, split, gzip, oddFrames, cues);
  }

  Delivery withoutHeader(String lowerCaseName) {
    Set<String> names =
        Set.copyOf(Stream.concat(without.stream(), Stream.of(lowerCaseName)).toList());
    return new Delivery(headers, names, trailers, framing, split, gzip, oddFrames, cues);
  }

  Delivery withTrailer(Header trailer) {
    return new Delivery(
        headers, without, plus(trailers, trailer), framing, split, gzip, oddFrames, cues);
  }

  Delivery withFraming(Framing newFraming) {
    return new Delivery(headers, without, trailers, newFraming, split, gzip, oddFrames, cues);
  }

  Delivery withSplit(int bytes) {
    return new Delivery(headers, without, trailers, framing, bytes, gzip, oddFrames, cues);
  }

  Delivery withGzip() {
    return new Delivery(headers, without, trailers, framing, split, true, oddFrames, cues);
  }

  Delivery withOddFrames() {
    return new Delivery(headers, without, trailers, framing, split, gzip, true, cues);
  }

  Delivery withCue(Cue cue) {
    return new Delivery(
        headers, without, trailers, framing, split, gzip, oddFrames, plus(cues, cue));
  }

  /** With the headers of another one, unless there are such already. */
  Delivery over(Delivery other) {
    List<Header> both =
        Stream.concat(
                other.headers.stream().filter(header -> !has(headers, header.name())),
                headers.stream())
            .toList();
    return new Delivery(both, without, trailers, framing, split, gzip, oddFrames, cues);
  }

  /** Whether there is a header of that name. */
  static boolean has(List<Header> headers, String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  Optional<Framing> chosenFraming() {
    return Optional.ofNullable(framing);
  }

  /** What to do at a point. */
  List<Act> at(Point point, long count) {
    return cues.stream()
        .filter(cue -> cue.point() == point && cue.count() == count)
        .flatMap(cue -> cue.acts().stream())
        .toList();
  }

  /** Whether anything is to be done at any of these points. */
  boolean cuesAt(Set<Point> points) {
    return cues.stream().anyMatch(cue -> points.contains(cue.point()));
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
