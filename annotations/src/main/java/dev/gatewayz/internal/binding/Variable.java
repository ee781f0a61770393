package dev.gatewayz.internal.binding;

/**
 * A parameter of a prompt, as its templates see it.
 *
 * @param name what Java calls it
 * @param label what templates call it
 * @param role what it is for
 * @param type its type
 * @param isJson whether it is shown as JSON
 * @param isUntrusted whether nobody vouches for its text
 */
public record Variable(
    String name, String label, Role role, JavaType type, boolean isJson, boolean isUntrusted) {

  /** What a parameter is for. */
  public enum Role {
    /** It fills templates. */
    VARIABLE,
    /** It changes the call. */
    OPTIONS,
    /** It is the conversation so far. */
    HISTORY,
    /** It is shown beside the text of the user message, or several are. */
    PART
  }
}
