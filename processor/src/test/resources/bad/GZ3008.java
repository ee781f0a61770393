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
  @GatewayzPrompt("Go on.")
  String write(@Json CallOptions options, @Untrusted Image image);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Go on with {{text}}.")
  String write(@Json String text, Image image);
}
//! 14:34 error: [GZ3008] @Json has no effect on "options", which is CallOptions and is passed on by itself. Remove it.
//! 14:60 error: [GZ3008] @Untrusted has no effect on "image", which is Image and is passed on by itself. Remove it.
