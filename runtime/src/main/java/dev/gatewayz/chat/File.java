package dev.gatewayz.chat;

/**
 * A file inside a user message, a PDF as a rule. Wire type {@code file}.
 *
 * @param name the file's name, as in {@code report.pdf}
 * @param dataUrl the content as a {@code data:} URL
 */
public record File(String name, String dataUrl) implements ContentPart {

  /**
   * A file that travels inside the request.
   *
   * @param mediaType as in {@code application/pdf}
   */
  public static File of(String name, String mediaType, byte[] content) {
    return new File(name, Image.dataUrl(mediaType, content));
  }
}
