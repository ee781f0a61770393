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
  @GatewayzPrompt(value = "Go on with {{text}}.", untrustedInSystem = {"txet", "language"})
  String write(@Untrusted String text, String language);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Go on.", system = "{{text}}", untrustedInSystem = "text")
  String write(@Untrusted String text);
}
//! 13:72 error: [GZ3006] untrustedInSystem names "txet", which is no @Untrusted parameter. Did you mean "text"?
//! 13:80 error: [GZ3006] untrustedInSystem names "language", which is no @Untrusted parameter.
//! 14:47 error: [GZ2003] No template uses the parameter "language", so it is never sent. Write {{language}} where it belongs, or remove the parameter.
