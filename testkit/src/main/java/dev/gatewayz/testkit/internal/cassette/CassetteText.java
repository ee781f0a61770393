package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonText;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Writes tracks as text. A line says by its beginning what it is:
 *
 * <pre>
 * gatewayz-cassette 1           the version of the form
 * test …                        begins what a test recorded
 * prompt id hash                a prompt as it was then
 * call POST /v1/…               begins a call; its body follows
 * answer 200 after 412 ms       its answer; headers and body follow
 *   content-type: …             a header
 *   : …                         a line of JSON in the readable form; sent in the compact one
 *   | …                         a line of text, as it is
 *   +15 data: …                 an event of a stream, 15 ms later, and a line break behind each line
 *   ~15 data: …                 the same with the line breaks of Windows
 *   *15 …                       a piece of a stream that is no whole event, as it is
 *   =15 …                       a piece that is no text, in Base64
 * end                           the file is whole
 * # …                           a remark
 * </pre>
 */
final class CassetteText {
  static final String MAGIC = "gatewayz-cassette";
  static final int VERSION = 1;
  static final String BASE_64 = "  =";

  private final StringBuilder out = new StringBuilder();

  private CassetteText() {}

  static String of(List<Track> tracks) {
    CassetteText text = new CassetteText();
    text.line(MAGIC + " " + VERSION);
    tracks.forEach(text::track);
    text.line("");
    text.line("end");
    return text.out.toString();
  }

  private void track(Track track) {
    line("");
    line("test " + track.name());
    track.prompts().forEach((id, hash) -> line("prompt " + id + " " + hash));
    track.calls().forEach(this::call);
  }

  private void call(Call call) {
    line("");
    line("call " + call.question().method() + " " + call.question().target());
    String body = call.question().body();
    if (!body.isEmpty()) {
      lines(call.question().json().isPresent() ? "  :" : BASE_64, body);
    }
    Response response = call.response();
    line("answer " + response.status() + " after " + response.afterMillis() + " ms");
    response.headers().forEach(header -> line("  " + header.getKey() + ": " + header.getValue()));
    if (response.isStream()) {
      response.pieces().forEach(this::event);
    } else {
      response.pieces().forEach(this::document);
    }
  }

  private void document(Piece piece) {
    String text = piece.text();
    Optional<JsonValue> json = EventText.json(text);
    if (!isPlain(piece)) {
      bytes(piece);
    } else if (json.isPresent() && isKept(json.get(), text)) {
      lines("  :", JsonText.readable(json.get()));
    } else if (!text.isEmpty()) {
      lines("  |", text);
    }
  }

  /** Whether the readable form gives the same bytes again. */
  private static boolean isKept(JsonValue json, String text) {
    return JsonText.compact(json).equals(text);
  }

  private void event(Piece piece) {
    String text = piece.text();
    boolean windows = text.endsWith("\r\n\r\n");
    String unix = windows ? text.replace("\r\n", "\n") : text;
    if (!isPlain(new Piece(0, piece.withText(unix).bytes()))
        || !Redaction.isUtf8(piece.bytes())
        || (windows && !unix.replace("\n", "\r\n").equals(text))) {
      bytes(piece);
    } else if (unix.endsWith("\n\n")) {
      piece(windows ? "~" : "+", piece.afterMillis(), unix.substring(0, unix.length() - 2));
    } else {
      piece("*", piece.afterMillis(), unix);
    }
  }

  private void piece(String kind, long afterMillis, String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    line("  " + kind + afterMillis + " " + lines.remove(0));
    lines.forEach(line -> line("  | " + line));
  }

  private void bytes(Piece piece) {
    String all = Base64.getEncoder().encodeToString(piece.bytes());
    line(BASE_64 + piece.afterMillis() + " " + all);
  }

  /** Whether the text survives editors and version control. */
  private static boolean isPlain(Piece piece) {
    return Redaction.isUtf8(piece.bytes())
        && piece.text().chars().allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c));
  }

  private void lines(String prefix, String text) {
    for (String line : text.split("\n", -1)) {
      line(line.isEmpty() ? prefix : prefix + " " + line);
    }
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
