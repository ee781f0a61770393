package dev.gatewayz.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A type whose parts Flink does not see. */
abstract class WholeType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1;

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }
}
