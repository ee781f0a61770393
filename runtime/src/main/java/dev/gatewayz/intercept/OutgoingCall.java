package dev.gatewayz.intercept;

import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Parameters;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that is about to be made, as interceptors see it. Immutable; each {@code with} method
 * returns a changed copy, which keeps fallbacks, tools, repairs and deadlines. The key is not in
 * it. Only the client makes these, and accessors may be added.
 */
public interface OutgoingCall {

  /**
   * {@return the prompt, as in {@code com.acme.EarningsAnalyst.summarise}; {@code null} for a
   * request put together at run time}
   */
  @Nullable String promptId();

  /** {@return a digest of the prompt as it is sent, {@code null} without prompt} */
  @Nullable String promptHash();

  /** {@return whether the templates of the prompt are others than those that were compiled} */
  boolean promptOverridden();

  /** {@return the model asked, with its {@code gatewayz/} prefix} */
  String model();

  /** {@return whether the answer is streamed} */
  boolean streamed();

  /**
   * {@return whether methods of this program answer when the model asks for tools} Such a call does
   * more than its answer shows, and what it answers depends on who runs it.
   */
  boolean runsTools();

  /**
   * {@return how the model is to answer} What has no accessor of its own, tools and the response
   * format among it, is in {@link Parameters#extra()}. Read from the JSON each time.
   */
  Parameters parameters();

  /** {@return the conversation} Read from the JSON each time. */
  List<Message> messages();

  /** {@return the body of the request} Made each time. */
  String json();

  /** {@return where it goes, without {@code /v1}} */
  URI apiBase();

  /** {@return the query of the URL it goes to, with its question mark; empty if it has none} */
  String query();

  /**
   * {@return what tells keys apart, the same for the same key on every machine; the key cannot be
   * made of it; {@code null} if there is no key}
   */
  @Nullable String keyId();

  /** {@return the headers of the request by lower-case name, without the key} */
  Map<String, String> headers();

  /** {@return what the caller marked the call with} */
  Map<String, String> tags();

  /** {@return what interceptors want to find again in the events of the call} */
  Map<String, Object> attributes();

  /**
   * {@return the same to another model}
   *
   * @param model with its {@code gatewayz/} prefix
   * @throws IllegalArgumentException if it has no such prefix
   */
  OutgoingCall withModel(String model);

  /**
   * {@return the same with another conversation}
   *
   * @param messages at least one
   * @throws IllegalArgumentException if there are no messages
   */
  OutgoingCall withMessages(List<? extends Message> messages);

  /**
   * {@return the same with these parameters where they are set; all others stay} An extra member
   * that is {@code null} is taken away.
   *
   * @param parameters those it leaves unset stay as they are
   */
  OutgoingCall withParameters(Parameters parameters);

  /**
   * {@return the same with one more header, which fallbacks get, too}
   *
   * @param name case does not matter
   * @param value printable ASCII
   * @throws IllegalArgumentException if the header cannot be sent, or is the client's own affair
   */
  OutgoingCall withHeader(String name, String value);

  /**
   * {@return the same with one more tag}
   *
   * @param name of the tag, as in {@code tenant}
   * @param value of the tag, as in {@code acme}
   */
  OutgoingCall withTag(String name, String value);

  /**
   * {@return the same with something that listeners find again}
   *
   * @param name a second value under one name replaces the first
   * @param value kept as it is
   */
  OutgoingCall withAttribute(String name, Object value);

  /**
   * {@return the same to another gateway; fallbacks stay where they are}
   *
   * @param apiBase with or without {@code /v1}
   * @param apiKey the key that pays there, {@code null} for the key that the call has
   * @throws IllegalArgumentException if the base is no URL, the key cannot be sent, or it would be
   *     sent unencrypted to another machine and the client does not allow that
   */
  OutgoingCall withGateway(String apiBase, @Nullable String apiKey);
}
