package dev.gatewayz.processor.emit;

import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.processor.model.Client;

/**
 * Tells GraalVM's native-image what {@code Gatewayz.create} does by reflection: find the client by
 * its name, look for its constructor, call it.
 *
 * <p>Without a condition, for an interface that is only named is not "reached": its initialization
 * never starts.
 */
public final class NativeImageEmitter {
  private NativeImageEmitter() {}

  /** Where native-image finds it: the name of the file is given, folders are free. */
  public static String path(Client client) {
    return "META-INF/native-image/dev.gatewayz/"
        + client.declaration().type().reflectionName()
        + "/reachability-metadata.json";
  }

  /** The metadata, as JSON. */
  public static String emit(Client client) {
    return """
    {
      "reflection": [
        {
          "type": %s,
          "allDeclaredConstructors": true
        }
      ]
    }
    """
        .formatted(Json.string(client.declaration().implementation().reflectionName()));
  }
}
