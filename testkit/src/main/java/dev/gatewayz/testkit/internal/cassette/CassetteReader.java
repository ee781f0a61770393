package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonText;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@link CassetteText} writes. Whatever does not fit is an {@link IllegalStateException}
 * that names file and line.
 */
final class CassetteReader {
  private static final Pattern VERSION = Pattern.compile(CassetteText.MAGIC + " ([0-9]{1,6})");
  private static final Pattern PROMPT = Pattern.compile("prompt (\\S+) (\\S+)");
  private static final Pattern CALL = Pattern.compile("call ([A-Z]+) (\\S+)");
  private static final Pattern ANSWER =
      Pattern.compile("answer ([1-9][0-9]{2}) after ([0-9]{1,9}) ms");
  private static final Pattern HEADER = Pattern.compile("  ([a-z0-9!#$%&'*+.^_`|~-]+): (.*)");
  private static final Pattern PIECE = Pattern.compile("  ([+~*=])([0-9]{1,9}) ?(.*)");

  private final String file;
  private final List<String> lines;
  private final List<Track> tracks = new ArrayList<>();
  private int at;

  private CassetteReader(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /**
   * The tracks in a text.
   *
   * @param file its name, for errors
   */
  static List<Track> read(String file, String text) {
    CassetteReader reader = new CassetteReader(file, text);
    reader.version();
    while (reader.hasTrack()) {
      reader.track();
    }
    return List.copyOf(reader.tracks);
  }

  private void version() {
    Matcher version = VERSION.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!version.matches()) {
      throw error(
          "a cassette begins with \"" + CassetteText.MAGIC + " " + CassetteText.VERSION + "\"");
    }
    if (Integer.parseInt(version.group(1)) != CassetteText.VERSION) {
      throw error(
          "the form "
              + version.group(1)
              + " of cassettes is newer than this gatewayz-testkit, which knows "
              + CassetteText.VERSION
              + ". Raise gatewayz-testkit");
    }
    at++;
  }

  private boolean hasTrack() {
    skip();
    if (at == lines.size()) {
      throw error("the file is cut off: its last line is not \"end\". Restore it, or record again");
    }
    if (!line().equals("end")) {
      return true;
    }
    at++;
    skip();
    if (at < lines.size()) {
      throw error("nothing can follow \"end\"");
    }
    return false;
  }

  private void track() {
    if (!line().startsWith("test ")) {
      throw error("expected \"test …\" or \"end\"");
    }
    String name = line().substring("test ".length());
    if (tracks.stream().anyMatch(track -> track.name().equals(name))) {
      throw error("there is a test " + name + " already");
    }
    at++;
    TreeMap<String, String> prompts = new TreeMap<>();
    List<Call> calls = new ArrayList<>();
    skip();
    while (at < lines.size() && line().startsWith("prompt ")) {
      Matcher prompt = match(PROMPT, "expected \"prompt id hash\"");
      prompts.put(prompt.group(1), prompt.group(2));
      skip();
    }
    while (at < lines.size() && line().startsWith("call ")) {
      calls.add(call());
      skip();
    }
    tracks.add(new Track(name, prompts, calls));
  }

  private Call call() {
    Matcher call = match(CALL, "expected \"call METHOD path\"");
    Question question = new Question(call.group(1), call.group(2), body());
    if (at == lines.size()) {
      throw error("the file is cut off: the call has no \"answer …\"");
    }
    Matcher answer = match(ANSWER, "expected \"answer STATUS after N ms\" behind the call");
    List<Map.Entry<String, String>> headers = headers();
    List<Piece> pieces = pieces();
    return new Call(
        question.canonical(),
        new Response(number(answer.group(1)), number(answer.group(2)), headers, pieces));
  }

  private String body() {
    int first = at;
    boolean json = starts("  :");
    String body = block(json ? "  :" : CassetteText.BASE_64);
    if (json) {
      json(body, first);
    }
    return body;
  }

  private List<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    while (at < lines.size() && HEADER.matcher(line()).matches()) {
      Matcher header = match(HEADER, "");
      headers.add(Map.entry(header.group(1), header.group(2)));
    }
    return headers;
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int first = at;
    if (starts("  :")) {
      pieces.add(piece(0, JsonText.compact(json(block("  :"), first))));
    } else if (starts("  |")) {
      pieces.add(piece(0, block("  |")));
    }
    while (at < lines.size() && PIECE.matcher(line()).matches()) {
      pieces.add(event());
    }
    if (at < lines.size() && line().startsWith(" ")) {
      throw error("this is neither a header nor a part of a body");
    }
    return pieces;
  }

  private Piece event() {
    Matcher piece = match(PIECE, "");
    long after = number(piece.group(2));
    if (piece.group(1).equals("=")) {
      return new Piece(after, base64(piece.group(3)));
    }
    String text = piece.group(3) + (starts("  |") ? "\n" + block("  |") : "");
    return switch (piece.group(1)) {
      case "+" -> piece(after, text + "\n\n");
      case "~" -> piece(after, (text + "\n\n").replace("\n", "\r\n"));
      default -> piece(after, text);
    };
  }

  private static Piece piece(long after, String text) {
    return new Piece(after, text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      at--;
      throw error("this is no Base64");
    }
  }

  private JsonValue json(String text, int first) {
    try {
      return JsonValue.parseExact(JsonText.fromReadable(text).getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      int end = at;
      at = first;
      throw error("the body that ends in line " + end + " is no JSON: " + e.getMessage());
    }
  }

  /** The lines from here that begin so, without their beginnings. */
  private String block(String prefix) {
    List<String> block = new ArrayList<>();
    while (starts(prefix)) {
      String rest = line().substring(prefix.length());
      block.add(rest.startsWith(" ") ? rest.substring(1) : rest);
      at++;
    }
    return String.join("\n", block);
  }

  private boolean starts(String prefix) {
    return at < lines.size() && line().startsWith(prefix);
  }

  private Matcher match(Pattern pattern, String otherwise) {
    Matcher matcher = pattern.matcher(line());
    if (!matcher.matches()) {
      throw error(otherwise);
    }
    at++;
    return matcher;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private String line() {
    return lines.get(at);
  }

  private void skip() {
    while (at < lines.size() && (line().isBlank() || line().startsWith("#"))) {
      at++;
    }
  }

  private IllegalStateException error(String what) {
    int number = Math.min(at + 1, Math.max(lines.size(), 1));
    String shown = at < lines.size() ? ", not \"" + lines.get(at) + "\"" : "";
    return new IllegalStateException(
        file + ":" + number + ": " + what + (what.startsWith("expected") ? shown : "") + ".");
  }
}
