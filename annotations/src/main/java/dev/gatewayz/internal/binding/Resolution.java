package dev.gatewayz.internal.binding;

import java.util.List;

/**
 * One meaning of a name.
 *
 * @param keys what must hold for the name to have this meaning: maps have keys at run time only
 * @param guards what must hold for the value to be there
 * @param value the value
 */
record Resolution(List<Condition> keys, List<Condition> guards, Value value) {

  /** Copies the lists. */
  Resolution {
    keys = List.copyOf(keys);
    guards = List.copyOf(guards);
  }
}
