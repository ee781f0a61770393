package run.checked;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import java.io.IOException;
import java.util.List;

/** Exceptions and results that are thrown and returned in many ways. */
@GatewayzClient(model = "gatewayz/a/b")
interface Checked {
  @GatewayzPrompt("Say {{a}}")
  String say(String a) throws IOException, InterruptedException;

  @GatewayzPrompt("Options {{a}}")
  String options(CallOptions options, String a);

  class Shop implements AutoCloseable {
    private final int price;

    Shop(int price) {
      this.price = price;
    }

    @GatewayzTool("price")
    int price(List<@Size(max = 3) String> names, long... counts) throws Exception {
      return price;
    }

    @GatewayzTool("price of one")
    protected final synchronized int one(char c, Checked self) {
      return c;
    }

    @Override
    public void close() {}
  }

  @GatewayzPrompt("Go.")
  boolean isIt();

}

class Check {
  static void run(Gatewayz gatewayz) throws Exception {
    Checked client = new GatewayzChecked(gatewayz);
    client.say("a");
    client.options(CallOptions.NONE, "b");
  }
}
//! Say a
//! Options b
