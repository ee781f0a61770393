package dev.gatewayz.sample.desk;

import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A gateway inside this program, with models that know by heart what might be asked, and with
 * models that have the troubles of real ones.
 */
final class DeskGateway {
  private static final String FAST = "openai/gpt-4o-mini";
  private static final String THOROUGH = "anthropic/claude-sonnet-4";
  private static final String BUSY = "google/gemini-2.5-flash";
  private static final String UNPAID = "demo/out-of-credits";
  private static final String BROKEN = "demo/breaks-off";

  private static final Duration PACE = Duration.ofMillis(35);

  private static final String BRIEF =
      """
      {"items":[
      {"kind":"HEADLINE","text":"Service carries a quarter in which a giant cracked.",\
      "figure":null,"tone":"GOOD"},
      {"kind":"FACT","text":"Revenue grew on a year ago and beat the range given in April.",\
      "figure":"+18 %","tone":"GOOD"},
      {"kind":"FACT","text":"Gross margin rose to 21.4 percent, though new turbines earned less.",\
      "figure":"21.4 %","tone":"GOOD"},
      {"kind":"FACT","text":"Orders came in at 1.1 gigawatts, after 0.7 a year ago.",\
      "figure":"1.1 GW","tone":"GOOD"},
      {"kind":"FACT","text":"The 9 MW model slips to the first quarter of 2027 after blades cracked.",\
      "figure":"−60 MW","tone":"BAD"},
      {"kind":"FACT","text":"The full-year revenue guidance goes up at both ends; margins stay.",\
      "figure":"+$20m","tone":"NEUTRAL"},
      {"kind":"VERDICT","text":"Well, unless the blades do not hold on the test stand.",\
      "figure":null,"tone":"GOOD"}]}""";

  /** By what a question contains. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "went wrong",
          """
          Two blades of the new **9 MW** turbine cracked in fatigue tests.

          - *Cause:* a resin that cured unevenly at the spar cap.
          - *Delay:* the model ships in the first quarter of 2027, half a year late.
          - *Price:* a charge of **$14m**, and 60 of 460 MW on order were cancelled.

          Nobody was hurt, and none of these blades is in the field.""",
          "guidance",
          """
          | | before | now |
          |---|---|---|
          | Revenue | $1.60–1.66bn | **$1.62–1.68bn** |
          | Gross margin | 20–21 % | 20–21 % |

          Revenue goes up by $20m at both ends. The margin stays, since *the delay costs what service\
           earns*.""",
          "margin",
          """
          Gross margin was **21.4 %**, after 19.8 % a year ago. Service carried it; new turbines\
           earned a point less, mostly for steel.""",
          "next chief",
          "The transcript does not say.");

  private DeskGateway() {}

  static MockGateway start() {
    return MockGateway.builder()
        .models(FAST, THOROUGH, BUSY, UNPAID, BROKEN)
        .tokenDelay(PACE)
        .start()
        .respond(replies());
  }

  /** What the models say. */
  static Function<RecordedRequest, Reply> replies() {
    AtomicInteger busy = new AtomicInteger();
    return request -> reply(request, busy);
  }

  static Desk.Settings settings(MockGateway gateway, int port) {
    return Desk.Settings.of(
        port,
        "a gateway inside this program",
        List.of("gatewayz/" + FAST, "gatewayz/" + THOROUGH, "gatewayz/" + BUSY),
        Witness.of(gateway));
  }

  private static Reply reply(RecordedRequest request, AtomicInteger busy) {
    if (!request.path().endsWith("/chat/completions")) {
      return Reply.standard();
    }
    return switch (request.model().orElse("")) {
      case UNPAID -> ErrorReply.insufficientCredits();
      case BROKEN -> answer(request).after(12, Step.end());
      case BUSY -> busy.getAndIncrement() % 2 == 0 ? ErrorReply.capacity() : answer(request);
      case THOROUGH -> answer(request).delay(Duration.ofMillis(400));
      default -> answer(request);
    };
  }

  private static Reply answer(RecordedRequest request) {
    String prompt = request.prompt();
    if (prompt.startsWith("List the findings")) {
      return Reply.text(BRIEF);
    }
    String question = prompt.lines().findFirst().orElse("");
    return ANSWERS.entrySet().stream()
        .filter(known -> question.contains(known.getKey()))
        .map(known -> Reply.text(known.getValue()))
        .findFirst()
        .orElse(Reply.standard());
  }
}
