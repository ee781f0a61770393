package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt("Write.")
  Shape shape();

  @GatewayzPrompt("Write.")
  Result<String> result();

  sealed interface Shape permits Circle, Other {}

  record Circle(double radius) implements Shape {}

  final class Other implements Shape {}

  sealed interface Result<T> {}

  record Pair<A, B>(A a, B b) implements Result<A> {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Shape shape();

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  sealed interface Angular extends Shape {}

  record Square(double side) implements Angular {}
}
//! 21:9 error: [GZ5004] "Analyst.Other" cannot be part of the sealed interface "Analyst.Shape" in JSON: it is no record. Use a record.
//! 25:3 error: [GZ5004] "Analyst.Pair" cannot be part of the sealed interface "Analyst.Result" in JSON: its type arguments are not known from there. Use a record.
