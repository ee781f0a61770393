package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Haikus {
  @GatewayzPrompt("{{=<%=}}")
  String one();

  @GatewayzPrompt("{{=a b c=}}")
  String three();
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{=<% %>=}}<%topic%> {{}}")
  String write(String topic);
}
//! 13:19 error: [GZ2010] {{=<%=}} does not set delimiters. Write two without spaces or "=", as in {{=<% %>=}}.
//!     template 1:1 | {{=<%=}}
//!                  | ^^^^^^^^
//! 16:19 error: [GZ2010] {{=a b c=}} does not set delimiters. Write two without spaces or "=", as in {{=<% %>=}}.
//!     template 1:1 | {{=a b c=}}
//!                  | ^^^^^^^^^^^
