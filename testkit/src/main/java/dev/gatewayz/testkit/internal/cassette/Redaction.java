package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must not be written down, and its removal: keys, what an answer tells of an account, and
 * what the test's patterns find, also where a stream has it in several pieces. Immutable.
 */
public final class Redaction {
  static final String MARK = "[redacted]";

  private static final List<Pattern> KEYS =
      Stream.of(
              "\\bgw_(?:live|test)_[A-Za-z0-9_-]{8,}",
              "\\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{20,}",
              "\\bBearer\\s+[A-Za-z0-9._~+/=-]{16,}",
              "\\bA(?:KIA|SIA)[0-9A-Z]{16}\\b",
              "\\bAIza[0-9A-Za-z_-]{35}",
              "\\bgh[pousr]_[A-Za-z0-9]{36}")
          .map(Pattern::compile)
          .toList();

  /** Paths of which the whole answer tells of an account. */
  private static final Pattern ACCOUNT_PATH =
      Pattern.compile(
          "(?:/api)?(?:/v1)?/(?:users?|keys?|credits|accounts?|billing|organizations?)\\b.*");

  private static final Pattern ACCOUNT_MEMBER =
      Pattern.compile(
          "(?i).*/(?:[a-z_]*(?:credits?|balance|e_?mail|api_?key)[a-z_]*|(?:user|account|org|organi[sz]ation)(?:_id)?)");

  private static final Pattern MONEY = Pattern.compile("[$€£] ?[0-9][0-9,.]*");
  private static final int FIRST_ERROR = 400;

  private final List<Pattern> patterns;
  private final List<String> secrets;

  private Redaction(List<Pattern> patterns, List<String> secrets) {
    this.patterns = patterns;
    this.secrets = secrets;
  }

  /** Takes out keys, and what these find. */
  public static Redaction of(List<Pattern> patterns) {
    return new Redaction(Stream.concat(KEYS.stream(), patterns.stream()).toList(), List.of());
  }

  /** Takes out this, too. */
  public Redaction withSecret(String secret) {
    if (secrets.contains(secret)) {
      return this;
    }
    return new Redaction(
        Stream.concat(Stream.of(Pattern.compile(Pattern.quote(secret))), patterns.stream())
            .toList(),
        Stream.concat(secrets.stream(), Stream.of(secret)).toList());
  }

  /** Whether a secret is left in a text. */
  boolean leaves(String text) {
    return secrets.stream().anyMatch(text::contains);
  }

  String text(String text) {
    String clean = text;
    for (Pattern pattern : patterns) {
      clean = pattern.matcher(clean).replaceAll(Matcher.quoteReplacement(MARK));
    }
    return clean;
  }

  JsonValue json(JsonValue json) {
    return Texts.map(json, (pointer, value) -> value(value));
  }

  private JsonValue value(JsonValue value) {
    Optional<String> shown = value.text().or(() -> value.number().map(Object::toString));
    String before = shown.orElse("");
    String clean = text(before);
    return clean.equals(before) ? value : JsonValue.ofText(clean);
  }

  /**
   * An answer without what must not be written down.
   *
   * @param target path and query of the request
   */
  public Response response(String target, Response response) {
    List<Map.Entry<String, String>> headers =
        response.headers().stream()
            .map(header -> Map.entry(header.getKey(), text(header.getValue())))
            .toList();
    List<Piece> pieces =
        across(response.pieces()).stream()
            .map(piece -> piece(target, response.status(), piece))
            .toList();
    return new Response(response.status(), response.afterMillis(), headers, pieces);
  }

  private Piece piece(String target, int status, Piece piece) {
    Charset charset = isUtf8(piece.bytes()) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(piece.bytes(), charset);
    Optional<JsonValue> json = EventText.json(text);
    String clean =
        json.map(value -> clean(target, status, text, value))
            .orElseGet(() -> text(status < FIRST_ERROR ? text : money(text)));
    return clean.equals(text) ? piece : new Piece(piece.afterMillis(), clean.getBytes(charset));
  }

  private String clean(String target, int status, String text, JsonValue json) {
    boolean[] changed = new boolean[1];
    boolean account = ACCOUNT_PATH.matcher(target).matches();
    JsonValue clean =
        Texts.map(
            json,
            (pointer, value) -> {
              JsonValue now =
                  account || ACCOUNT_MEMBER.matcher(pointer).matches()
                      ? blank(value)
                      : value(status < FIRST_ERROR ? value : withoutMoney(value));
              changed[0] |= now != value;
              return now;
            });
    return changed[0] ? EventText.with(text, clean) : text;
  }

  private static JsonValue blank(JsonValue value) {
    return switch (value.kind()) {
      case TEXT -> JsonValue.ofText(MARK);
      case NUMBER -> JsonValue.ofNumber(0);
      default -> value;
    };
  }

  private static JsonValue withoutMoney(JsonValue value) {
    String text = value.text().orElse("");
    String clean = money(text);
    return clean.equals(text) ? value : JsonValue.ofText(clean);
  }

  private static String money(String text) {
    return MONEY.matcher(text).replaceAll(MARK);
  }

  /** Takes out what begins in one piece of a stream and ends in another. */
  private List<Piece> across(List<Piece> pieces) {
    List<Piece> clean = new ArrayList<>(pieces);
    if (pieces.size() > 1) {
      segments(pieces).forEach(text -> without(text, clean));
    }
    return clean;
  }

  /** A part of a text that comes in several pieces. */
  private record Segment(int piece, String pointer, String text) {}

  private static Iterable<List<Segment>> segments(List<Piece> pieces) {
    Map<String, List<Segment>> texts = new LinkedHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      int piece = i;
      EventText.json(pieces.get(i).text())
          .ifPresent(
              json ->
                  Texts.visit(
                      json,
                      (pointer, value) -> {
                        if (SameAnswer.isGrowing(pointer) && value.text().isPresent()) {
                          texts
                              .computeIfAbsent(
                                  SameAnswer.place(json, pointer), place -> new ArrayList<>())
                              .add(new Segment(piece, pointer, value.text().orElseThrow()));
                        }
                      }));
    }
    return texts.values();
  }

  private void without(List<Segment> segments, List<Piece> pieces) {
    StringBuilder whole = new StringBuilder();
    segments.forEach(segment -> whole.append(segment.text()));
    BitSet found = new BitSet();
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(whole);
      while (matcher.find()) {
        found.set(matcher.start(), matcher.end());
      }
    }
    int at = 0;
    for (Segment segment : segments) {
      int end = at + segment.text().length();
      int next = found.nextSetBit(at);
      if (next >= 0 && next < end) {
        Piece piece = pieces.get(segment.piece());
        JsonValue clean = JsonValue.ofText(without(segment.text(), at, found));
        JsonValue json = EventText.json(piece.text()).orElseThrow();
        JsonValue changed =
            Texts.map(json, (pointer, value) -> pointer.equals(segment.pointer()) ? clean : value);
        pieces.set(segment.piece(), piece.withText(EventText.with(piece.text(), changed)));
      }
      at = end;
    }
  }

  private static String without(String text, int at, BitSet found) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int place = at + i;
      if (!found.get(place)) {
        clean.append(text.charAt(i));
      } else if (place == 0 || !found.get(place - 1)) {
        clean.append(MARK);
      }
    }
    return clean.toString();
  }

  static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
