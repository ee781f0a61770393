package dev.gatewayz.sample.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page, in a real browser. */
class PageTest {
  /** {@code -Dscreenshots.update=true} puts the pictures of the guide there. */
  private static final Path PICTURES =
      Path.of(Boolean.getBoolean("screenshots.update") ? "../docs/images" : "target/screenshots");

  /** While the cost is as long as it gets. */
  private static final String TILES_THAT_DO_NOT_FIT =
      "document.querySelectorAll('#tiles dd')[6].textContent = '$0.000848';"
          + "[...document.querySelectorAll('#tiles dd')].filter(tile => {"
          + " const text = document.createRange(); text.selectNodeContents(tile);"
          + " return text.getClientRects().length > 1"
          + " || tile.scrollWidth > tile.clientWidth; }).length";

  private static Chromium chromium;
  private static MockGateway gateway;
  private static Desk desk;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void openTheDesk() throws IOException {
    SlowMachine.isNoNews();
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    gateway = MockGateway.builder().models("openai/gpt-4o-mini", "demo/b", "demo/c").start();
    desk = desk(gateway);
  }

  private static Desk desk(MockGateway gateway) throws IOException {
    return new Desk(
            Gatewayz.builder()
                .apiBase(gateway.apiBase())
                .apiKey("none")
                .http2PriorKnowledge()
                .noProxy()
                .pricesFromCatalogue()
                .budget(Budget.cost("a day's money", "1.00", Duration.ofDays(1)))
                .budget(Budget.calls("calls an hour", 1_000, Duration.ofHours(1))),
            new Desk.Settings(
                0,
                "a mock gateway",
                List.of("gatewayz/openai/gpt-4o-mini"),
                Witness.of(gateway),
                Duration.ofMillis(100),
                Duration.ofSeconds(60)))
        .open();
  }

  @AfterAll
  static void closeTheDesk() {
    SlowMachine.isNewsAgain();
    if (chromium != null) {
      chromium.close();
      desk.close();
      gateway.close();
    }
  }

  @BeforeEach
  void openThePage() {
    context = chromium.browser().newContext();
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(desk.url());
    assertThat(page.locator("#models input:checked")).hasCount(1);
  }

  /** Among them would be whatever the content security policy forbids. */
  @AfterEach
  void nothingWasComplainedAbout() {
    context.close();
    gateway.reset();
    assertThat(complaints).isEmpty();
  }

  private Locator ask(String question) {
    page.fill("#question", question);
    page.press("#question", "Control+Enter");
    return page.locator("#answers article").first().locator(".lane");
  }

  private static void assertState(Locator lane, String state) {
    assertThat(lane).hasAttribute("data-state", state);
  }

  @Test
  void anAnswerIsReadWhileItIsWritten() {
    Gate gate = Gate.closed();
    gateway.reply(
        Reply.chunks("Two **blades** ", "cracked.").after(2, Step.await(gate)).usage(300, 20));

    Locator lane = ask("What went wrong?");

    assertThat(lane.locator("strong")).hasText("blades");
    assertState(lane, "writing");
    gate.open();
    assertThat(lane).containsText("Two blades cracked.");
    assertState(lane, "done");
    assertThat(lane).containsText("320 tokens");
    assertThat(page.locator("#status")).hasText("openai/gpt-4o-mini has answered.");
    assertThat(gateway.takeRequest().prompt()).startsWith("What went wrong?\n");
  }

  @Test
  void theBriefFillsInWhileItIsWritten() {
    Gate gate = Gate.closed();
    gateway.reply(
        Reply.chunks(
                "{\"items\":[{\"kind\":\"HEADLINE\",\"text\":\"Giants crack\",\"figure\":null,"
                    + "\"tone\":\"BAD\"}",
                ",{\"kind\":\"FACT\",\"text\":\"Revenue grew\",\"figure\":\"+18 %\","
                    + "\"tone\":\"GOOD\"}]}")
            .after(2, Step.await(gate)));

    page.click("#write-brief");

    assertThat(page.locator("#brief li")).hasText("Giants crack");
    assertThat(page.locator("#brief")).hasAttribute("aria-busy", "true");
    gate.open();
    assertThat(page.locator("#brief li").nth(1)).hasText("+18 %Revenue grew");
    assertThat(page.locator("#brief")).hasAttribute("aria-busy", "false");
  }

  @Test
  void cancellingResetsTheStream() {
    gateway.reply(Reply.chunks("Two ", "blades").after(2, Step.stall()));
    Locator lane = ask("What went wrong?");
    assertState(lane, "writing");

    page.locator("#answers .cancel").click();

    assertState(lane, "cancelled");
    assertThat(lane.locator(".note")).containsText("The gateway saw RESET, code 8");
    RecordedRequest request = gateway.takeRequest();
    assertThat(request.awaitEnding().isResetBy(ErrorCode.CANCEL)).isTrue();
    assertThat(page.locator("#activity")).containsText("cancelled, stream reset");
  }

  @Test
  void escapeCancels() {
    gateway.reply(Reply.chunks("Two ", "blades").after(2, Step.stall()));
    Locator lane = ask("What went wrong?");
    assertState(lane, "writing");

    page.keyboard().press("Escape");

    assertState(lane, "cancelled");
  }

  @Test
  void anErrorComesWithItsAdvice() {
    gateway.reply(ErrorReply.insufficientCredits());

    Locator lane = ask("What went wrong?");

    assertState(lane, "failed");
    assertThat(lane.locator("[role=alert]")).containsText("Add credits to the account");
  }

  @Test
  void aHostileAnswerIsText() {
    gateway.reply(
        Reply.text(
            "<script>window.taken = 1</script> <img src=x onerror='window.taken = 2'>\n\n"
                + "[a link](javascript:window.taken=3) ![a picture](https://example.com/p.png)\n\n"
                + "<style>body { display: none }</style> <form action=/api/answers></form>"));

    Locator lane = ask("What is <b>bold</b><script>window.taken = 4</script>?");

    assertState(lane, "done");
    assertThat(lane).containsText("<script>window.taken = 1</script>");
    assertThat(lane).containsText("<style>body");
    assertThat(page.locator("#answers h3")).containsText("<script>window.taken = 4</script>");
    assertThat(page.locator("#answers").locator("img, script, style, form, b")).hasCount(0);
    assertThat(lane.locator("a[href^='javascript']")).hasCount(0);
    assertThat(page.evaluate("window.taken")).isNull();
  }

  @Test
  void severalModelsAnswerSideBySide() {
    gateway.respond(
        request ->
            request.path().endsWith("completions")
                ? Reply.text("This is " + request.model().orElse("nobody") + ".")
                : Reply.standard());
    page.locator("#models input").nth(1).check();
    page.locator("#models input").nth(2).check();

    Locator lanes = ask("Who are you?");

    assertThat(lanes).hasCount(3);
    for (int i = 0; i < 3; i++) {
      assertState(lanes.nth(i), "done");
    }
    assertThat(lanes.nth(1)).containsText("This is demo/b.");
    assertThat(lanes.nth(2)).containsText("This is demo/c.");
  }

  @Test
  void theChartsMove() {
    Locator calls = page.locator("#tiles dd").first();
    assertThat(page.locator("#charts canvas")).hasCount(5);
    assertThat(page.locator("#tiles dd").last()).not().hasText("0");
    int before = Integer.parseInt(calls.textContent().replace(",", ""));
    String picture = "document.querySelector('#charts canvas').toDataURL()";
    Object still = page.evaluate(picture);

    assertState(ask("Who are you?"), "done");

    assertThat(calls).hasText(Integer.toString(before + 1));
    page.waitForCondition(() -> !page.evaluate(picture).equals(still));
    assertThat(page.locator("#activity li").first()).containsText("answered in");
  }

  @Test
  void whatIsTooLongIsToldSo() {
    Object refused =
        page.evaluate(
            "import('/stream.js').then(stream => stream.send('/api/answers',"
                + " {question: 'x'.repeat(10_000_000)})).catch(e => e.message)");

    assertThat(refused).isEqualTo("That is too long: at most 64 KB are taken.");
    assertThat(ask("x".repeat(3_000)).locator("[role=alert]"))
        .containsText("at most 2000 characters");
    assertThat(ask("   ").locator("[role=alert]")).hasText("Write a question first.");
    assertThat(gateway.requests()).noneMatch(r -> r.path().endsWith("completions"));
    complaints.removeIf(text -> text.startsWith("Failed to load resource"));
  }

  @Test
  void aGatewayThatIsDownIsToldInTheWordsOfTheException(Logs logs) throws IOException {
    MockGateway gone = MockGateway.start();
    gone.close();
    try (Desk lonely = desk(gone)) {
      page.navigate(lonely.url());
      assertThat(page.locator("#trouble")).containsText("No connection to");
      Locator lane = ask("Is anybody there?");
      assertState(lane, "failed");
      assertThat(lane.locator("[role=alert]")).containsText("127.0.0.1:" + gone.port());
      page.navigate("about:blank");
    }
    logs.takeAll(System.Logger.Level.WARNING, "The catalogue could not be read");
  }

  @Test
  void everythingHasAName() {
    for (ElementHandle element : page.querySelectorAll("button, input, textarea, [tabindex]")) {
      Object name =
          element.evaluate(
              "e => e.ariaLabel || e.labels?.[0]?.textContent || e.textContent || e.id");
      assertThat(name).as(element.toString()).asString().isNotBlank();
    }
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
  }

  /** The pictures of the guide, and whether a telephone shows all of the page. */
  @Test
  void thePageFitsAndIsPictured() {
    gateway.respond(DeskGateway.replies());
    page.setViewportSize(1440, 1290);
    page.locator("#models input").nth(1).check();
    page.click("#write-brief");
    assertThat(page.locator("#brief li")).hasCount(7);
    for (String question : List.of("How did the guidance change?", "What went wrong, and why?")) {
      Locator lanes = ask(question);
      assertThat(lanes).hasCount(2);
      assertState(lanes.nth(0), "done");
      assertState(lanes.nth(1), "done");
    }
    assertThat(page.locator("#tiles dd").first()).hasText(Pattern.compile("[5-9]|[1-9]\\d+"));

    picture("desk-light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    picture("desk-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(360, 740);
    page.locator("#brief").scrollIntoViewIfNeeded();
    picture("desk-narrow");

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    for (int width : new int[] {320, 400, 480, 600, 800, 1_000, 1_200}) {
      page.setViewportSize(width, 740);
      assertThat(page.evaluate(TILES_THAT_DO_NOT_FIT)).as("at %d", width).isEqualTo(0);
    }
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
  }

  @Test
  void theSystemsColoursAreTaken() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("body")).hasCSS("background-color", Pattern.compile("rgb\\(14, .*"));
    page.click("#theme");
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
  }
}
