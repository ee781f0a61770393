package dev.gatewayz.fault;

import java.util.List;

/**
 * A server's misbehaviour, and what a client has to make of it. The scripts fail if the client does
 * not; whether its calls fared as they should is for the test of the client to see.
 *
 * <p>The client must not close its connections by itself before {@link FaultServer#verify} returns,
 * must not repeat calls that fail, and must be kept from opening more connections than there are
 * scripts.
 *
 * @param name short and unique within its catalogue, such as {@code 6.10/2}
 * @param fault what the server does
 * @param reaction what the client has to do
 * @param calls how many calls for a chat completion the client has to make, all at once if it may,
 *     so that the scripts can be played
 * @param connections a script for each connection that these take
 */
public record FaultCase(
    String name, String fault, Reaction reaction, int calls, List<ConnectionScript> connections) {

  /** Copies the scripts. */
  public FaultCase {
    connections = List.copyOf(connections);
  }

  /** A case of one call on one connection. */
  static FaultCase of(String name, String fault, Reaction reaction, Http2Script script) {
    return new FaultCase(name, fault, reaction, 1, List.of(Http2Peer.script(script)));
  }

  /** The name and the fault, as a test may be called. */
  @Override
  public String toString() {
    return name + " " + fault;
  }
}
