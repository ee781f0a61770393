package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt("Write.")
  Node node();

  @GatewayzPrompt("Write.")
  Egg egg();

  record Node(String name, Node next) {}

  record Egg(Hen hen) {}

  record Hen(String name, Egg egg) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Node node();

  @GatewayzPrompt("Write.")
  Expression expression();

  record Node(String name, @Nullable Node next, Optional<Node> other, List<Node> more) {}

  sealed interface Expression {}

  record Number(int value) implements Expression {}

  record Sum(Expression left, Expression right) implements Expression {}
}
//! 17:33 error: [GZ5006] Every "Node" contains another without end, so there is none. Make the component @Nullable, Optional or a List.
//! 21:31 error: [GZ5006] Every "Egg" contains another without end, so there is none. Make the component @Nullable, Optional or a List.
