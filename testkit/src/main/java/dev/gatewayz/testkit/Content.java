package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.openai.ChatAnswer;
import dev.gatewayz.testkit.internal.openai.ChatCall;
import dev.gatewayz.testkit.internal.server.Act;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a reply says, before it is known to which request. */
sealed interface Content {

  /** What the gateway answers when it is not told what to answer. */
  record Standard() implements Content {}

  /**
   * An answer to a chat completion, whole or streamed, as it is asked for.
   *
   * @param answer what to answer to which call
   */
  record Chat(Function<ChatCall, ChatAnswer> answer) implements Content {}

  /**
   * Bytes, whatever is asked for.
   *
   * @param status of the response
   * @param contentType of the body; nothing to send none
   * @param pieces the body
   * @param stream whether the body's length is not known at its beginning
   */
  record Verbatim(int status, Optional<String> contentType, List<byte[]> pieces, boolean stream)
      implements Content {}

  /**
   * What somebody else answers, as it comes.
   *
   * @param acts the whole program, to be played once
   */
  record Relayed(Iterator<List<Act>> acts) implements Content {}

  /** Not a byte: the reply consists of its first steps. */
  record Nothing() implements Content {}
}
