package dev.gatewayz.flink;

import dev.gatewayz.Gatewayz;
import java.util.HashMap;
import java.util.Map;

/**
 * A client that the subtasks of a JVM have in common. Thread-safe.
 *
 * <p>"JVM" is the class loader of the job, where the library travels in the job's jar.
 */
final class SharedClient {
  private static final Map<String, SharedClient> CLIENTS = new HashMap<>();

  private final String name;
  private final RowCalls calls = new RowCalls();
  private final Gatewayz gatewayz;
  private int users;

  private SharedClient(ClientSource source) {
    name = source.name();
    gatewayz = source.build(calls);
  }

  /** The client of that name, made by that source if there is none. */
  static SharedClient acquire(ClientSource source) {
    synchronized (CLIENTS) {
      SharedClient client = CLIENTS.get(source.name());
      if (client == null) {
        client = new SharedClient(source);
        CLIENTS.put(source.name(), client);
      }
      client.users++;
      return client;
    }
  }

  /** How many there are. */
  static int count() {
    synchronized (CLIENTS) {
      return CLIENTS.size();
    }
  }

  Gatewayz gatewayz() {
    return gatewayz;
  }

  RowCalls calls() {
    return calls;
  }

  /** A subtask has ended; the last one closes the client. */
  void release() {
    synchronized (CLIENTS) {
      users--;
      if (users > 0) {
        return;
      }
      CLIENTS.remove(name);
    }
    gatewayz.close();
  }
}
