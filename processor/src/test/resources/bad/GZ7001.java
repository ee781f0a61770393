package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Asker {
  @GatewayzPrompt(value = "Ask.", tools = Nothing.class)
  String ask();

  @GatewayzPrompt(value = "Ask again.", tools = {Something.class, Nothing.class})
  String again();
}

class Nothing {
  public String nothing() {
    return "";
  }
}

class Something {
  @GatewayzTool("Something.")
  public String something() {
    return "";
  }
}

class Heir extends Something {
  @Override
  public String something() {
    return "more";
  }
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Ask.", tools = Heir.class)
  String ask();
}
//! 13:50 error: [GZ7001] "Nothing" has no tools. Annotate its methods with @GatewayzTool.
