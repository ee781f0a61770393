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
  String list(@History List<String> said);

  @GatewayzPrompt("Go on.")
  String text(@History String said);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Go on.")
  String write(@History Collection<UserMessage> said);
}
//! 14:37 error: [GZ3003] The history "said" is List<String>, and must be Conversation, or List<Message> of dev.gatewayz.chat.Message.
//! 17:31 error: [GZ3003] The history "said" is String, and must be Conversation, or List<Message> of dev.gatewayz.chat.Message.
