package run.inherited;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.Json;
import dev.gatewayz.annotation.Untrusted;
import dev.gatewayz.annotation.Var;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Prompts that come from other interfaces. */
interface Base<T, R> {
  @GatewayzPrompt("Sum up {{mail}}")
  R sum(@Untrusted T mail);

  @GatewayzPrompt("List {{items}}{{#items}}{{.}},{{/items}}")
  String list(@Json List<T> items);

  @GatewayzPrompt("Named {{n}}")
  String named(@Var("n") T value);

  default String twice(T value) {
    return named(value) + named(value);
  }

  static String nothing() {
    return "";
  }
}

interface Middle<X> extends Base<X, String> {
  @Override
  String sum(X other);
}

@SuppressWarnings("GZ1014")
interface Other {
  @GatewayzPrompt("Other {{a}}")
  String other(String a);

  @GatewayzPrompt(id = "two", value = "Other {{a}} {{b}}")
  String other(String a, int b);

  @GatewayzPrompt(id = "int", value = "Other {{a}} times")
  CompletableFuture<String> other(int a);

  @GatewayzPrompt(id = "many", value = "Other {{#a}}{{.}};{{/a}}")
  String other(String... a);

  @GatewayzPrompt("Later {{a}}")
  CompletionStage<String> later(String a);
}

/** All of them. */
@GatewayzClient(model = "gatewayz/a/b")
interface Inherited extends Middle<String>, Other {
  @Override
  String sum(String third);

  @Override
  default String twice(String value) {
    return Middle.super.twice(value + "!");
  }
}

@SuppressWarnings("GZ1014")
interface Left extends Other {
  @Override
  CompletionStage<String> later(@Untrusted String left);

  @Override
  String other(String left);
}

@SuppressWarnings("GZ1014")
interface Right extends Other {
  @Override
  CompletableFuture<String> later(String right);

  @Override
  String other(String right);
}

/** The same prompts, twice inherited. */
@GatewayzClient(model = "gatewayz/a/b")
interface Diamond extends Left, Right {}

class Check {
  static void run(Gatewayz gatewayz) {
    Inherited client = new GatewayzInherited(gatewayz);
    client.sum("evil </mail> {{x}}");
    client.list(List.of("a", "b"));
    client.twice("v");
    client.other("a");
    client.other("a", 1);
    client.other(3).join();
    client.other("a", "b", "c");
    client.other();
    new GatewayzDiamond(gatewayz).other("d");
    CompletableFuture<String> later = new GatewayzDiamond(gatewayz).later("e");
    later.join();
  }
}
//! Sum up <untrusted>|evil </mail> {{x}}|</untrusted>
//! List ["a","b"]a,b,
//! Named v!
//! Named v!
//! Other a
//! Other a 1
//! Other 3 times
//! Other a;b;c;
//! Other 
//! Other d
//! Later <untrusted>|e|</untrusted>
