package dev.gatewayz.processor.read;

import dev.gatewayz.processor.report.Origin;
import javax.lang.model.type.TypeMirror;

/**
 * A value and its place.
 *
 * @param type its type as it is in the end
 * @param name what to call the place in messages
 * @param owner what has the place
 * @param origin where to report
 */
record DataPlace(TypeMirror type, String name, String owner, Origin origin) {
  DataPlace of(TypeMirror part) {
    return new DataPlace(part, name, owner, origin);
  }

  @Override
  public String toString() {
    return owner.isEmpty() ? name : owner + "." + name;
  }
}
