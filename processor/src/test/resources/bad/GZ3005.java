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
  @GatewayzPrompt(value = "Go on.", system = "Mind {{text}}.")
  String write(@Untrusted String text);

  @GatewayzPrompt(value = "Go on.", system = "Mind {{#mails}}{{size}} {{subject}}{{/mails}}.")
  String deep(@Untrusted List<Mail> mails);

  record Mail(String subject, int size) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt(value = "Go on with {{text}}.", system = "Mind {{count}} {{tone}}.", untrustedInSystem = "tone")
  String write(@Untrusted String text, @Untrusted int count, @Untrusted String tone);
}
//! 13:46 error: [GZ3005] The untrusted parameter "text" must not stand in a system message. Move it to the user's message, or allow it with untrustedInSystem = "text".
//!     system 1:6 | Mind {{text}}.
//!                |      ^^^^^^^^
//! 16:46 error: [GZ3005] The untrusted parameter "mails" must not stand in a system message. Move it to the user's message, or allow it with untrustedInSystem = "mails".
//!     system 1:25 | Mind {{#mails}}{{size}} {{subject}}{{/mails}}.
//!                 |                         ^^^^^^^^^^^
