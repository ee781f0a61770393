package dev.gatewayz.processor.read;

import dev.gatewayz.processor.report.Origin;
import javax.lang.model.type.TypeMirror;

/**
 * A value and its place.
 *
 * @param written its type as it is in the end
 * @param name what to call the place in messages
 * @param owner what has the place
 * @param origin where to report
 */
record DataPlace(Written written, String name, String owner, Origin origin) {

  /** The type of the value. */
  TypeMirror type() {
    return written.type();
  }

  /** The place of a part of the value. */
  DataPlace part(int index) {
    return of(written.parts().get(index));
  }

  /** The same place with another value. */
  DataPlace of(Written other) {
    return new DataPlace(other, name, owner, origin);
  }

  @Override
  public String toString() {
    return owner.isEmpty() ? name : owner + "." + name;
  }
}
