package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connections of a pool that may get exchanges. Runs on the pool's loop. */
final class OpenConnections {

  /** A connection, when it has had its day, and whether it was of use. */
  static final class Member {
    private final Connection connection;
    private final long retires;
    private boolean used;

    Member(Connection connection, long retires) {
      this.connection = connection;
      this.retires = retires;
    }

    /** Sends an exchange over this connection, which has room. */
    void send(Exchange exchange) {
      used = true;
      connection.send(exchange);
    }
  }

  private final List<Member> members = new ArrayList<>();

  /**
   * Adds a connection.
   *
   * @param retires when it is to be replaced, in {@link System#nanoTime()}
   */
  void add(Connection connection, long retires) {
    members.add(new Member(connection, retires));
  }

  /** Whether the connection was there; it is no longer. */
  boolean remove(Connection connection) {
    return members.removeIf(member -> member.connection == connection);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  int size() {
    return members.size();
  }

  /** All of them, to be closed or counted. */
  List<Connection> all() {
    return members.stream().map(member -> member.connection).toList();
  }

  /** The least busy connection with room, {@code null} if none has any. */
  @Nullable Member withRoom() {
    Member best = null;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (member.connection.hasRoom() && (best == null || isBetter(member, best))) {
        best = member;
      }
    }
    return best;
  }

  /** Of idle connections the one that was used last: the others may then grow old and be closed. */
  private static boolean isBetter(Member one, Member other) {
    int active = one.connection.active();
    int difference = active - other.connection.active();
    return difference < 0
        || (difference == 0
            && active == 0
            && one.connection.idleSince() - other.connection.idleSince() > 0);
  }

  /** Whether a connection has carried an exchange. */
  boolean isUsed(Connection connection) {
    for (Member member : members) {
      if (member.connection == connection) {
        return member.used;
      }
    }
    return false;
  }

  /** Whether every connection is three quarters full. */
  boolean areNearlyFull() {
    for (int i = 0; i < members.size(); i++) {
      Connection connection = members.get(i).connection;
      if (connection.active() < connection.limit() - connection.limit() / 4) {
        return false;
      }
    }
    return true;
  }

  /** Whether the server lets connections open but takes no exchange on them for the time being. */
  boolean arePaused() {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).connection.limit() == 0) {
        return true;
      }
    }
    return false;
  }

  /** The connection that could best be done without, {@code null} if there is none. */
  @Nullable Connection leastBusy() {
    Connection least = null;
    for (Member member : members) {
      if (least == null || member.connection.active() < least.active()) {
        least = member.connection;
      }
    }
    return least;
  }

  /** Those that have been idle for as long as they may be. */
  List<Connection> idle(long now) {
    List<Connection> idle = List.of();
    for (int i = 0; i < members.size(); i++) {
      Connection connection = members.get(i).connection;
      if (connection.active() == 0 && now - connection.idleSince() > connection.maxIdle()) {
        idle = idle.isEmpty() ? new ArrayList<>() : idle;
        idle.add(connection);
      }
    }
    return idle;
  }

  /** One that has had its day, {@code null} if there is none. */
  @Nullable Connection retired(long now) {
    for (Member member : members) {
      if (now - member.retires >= 0) {
        return member.connection;
      }
    }
    return null;
  }
}
