package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that servers name in a sentence or among details alone. */
class RetryWordsTest {
  private static final CallInfo CALL = CallInfo.builder().model("gatewayz/a/b").build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "Rate limit reached for gpt-4o on tokens per min (TPM): Limit 30000, Used 29000. Please try again in 20s. Visit https://x | PT20S",
        "Please try again in 1m30s. | PT1M30S",
        "Please try again in 1.242s. | PT1.242S",
        "Please try again in 120ms. | PT0.12S",
        "Please try again in 7m12.5s. Need more tokens? | PT7M12.5S",
        "Please try again in 1h2m3s | PT1H2M3S",
        "please try again in 6m0s | PT6M",
        "Requests have exceeded the rate limit. Please retry after 26 seconds. | PT26S",
        "Try again after 1 second! | PT1S",
        "You exceeded your current quota. Please retry in 37.387s. | PT37.387S",
        "Wait 30 seconds before retrying | PT30S",
        "Please wait for 2 minutes and try again | PT2M",
        "Retry after: 5 s | PT5S",
        "Your limit resets in 1 minute 30 seconds | PT1M30S",
        "The model is available again in 5 minutes, 3 seconds | PT5M3S",
        "Retry the request after 2 hours | PT2H",
        "Try again in about 1 day | PT24H",
        "Try again in ~15 sec | PT15S",
        "Limit reached. Next request allowed in 8 seconds | PT8S",
        "No deployments available for selected model, Try again in 5 seconds. Passed model=m. | PT5S",
      })
  void areUnderstood(String words, Duration wait) {
    assertThat(RetryWords.in(words)).isEqualTo(wait);
    String json = new JsonBytes(words.length()).string(words).toString();
    String body = "{\"error\":{\"message\":" + json + "}}";
    String python =
        new JsonBytes(9)
            .string("Error code: 429 - {'error': {'message': " + json + "}}")
            .toString();
    assertThat(errors(429, body).error().retryAfter()).isEqualTo(wait);
    assertThat(errors(503, body).error().retryAfter()).isEqualTo(wait);
    for (int status : new int[] {0, 502}) {
      assertThat(errors(status, "{\"error\":{\"message\":" + python + "}}").error().retryAfter())
          .isEqualTo(wait);
    }
    assertThat(errors(400, body).error().retryAfter()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please try again later.",
        "Please try again in 0s.",
        "Please try again in a moment",
        "We retried after 3 attempts",
        "Limit 20 requests in 60 seconds",
        "You may send 5 requests per minute, wait",
        "retry after 5",
        "Try again in 5 Sundays",
        "The wait is over: 20 million served",
      })
  void otherSentencesNameNone(String words) {
    assertThat(RetryWords.in(words)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "{'@type':'type.googleapis.com/google.rpc.RetryInfo','retryDelay':'37s'} | PT37S",
        "{'@type':'type.googleapis.com/google.rpc.RetryInfo','retryDelay':'37.5s'} | PT37.5S",
        "{'retryDelay':{'seconds':3,'nanos':0}} | PT3S",
        "{'@type':'x','links':[]},{'retryDelay':'1s'},{'retryDelay':'2s'} | PT1S",
      })
  void detailsOfGoogleNameThem(String details, Duration wait) {
    String error =
        "{'error':{'code':429,'message':'Quota exceeded.','status':'RESOURCE_EXHAUSTED','details':["
            + details
            + "]}}";
    String json = error.replace('\'', '"');
    assertThat(errors(429, json).error().retryAfter()).isEqualTo(wait);
    assertThat(errors(429, "[" + json + "]").error().retryAfter()).isEqualTo(wait);
    String text = new JsonBytes(9).string("Vertex REST API returned HTTP 429: " + json).toString();
    assertThat(errors(0, "{\"error\":{\"message\":" + text + "}}").error().retryAfter())
        .isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "{'error':{'message':'m','retry_after_ms':1500}} | PT1.5S",
        "{'error':{'message':'m','retryAfter':3}} | PT3S",
        "{'error':{'message':'m','retry_after':'3s'}} | PT3S",
        "{'error':{'message':'m'},'retry_after':4} | PT4S",
        "{'message':'m','retry_after_seconds':5} | PT5S",
        "{'error':'Model m is currently loading','estimated_time':20.5} | PT20.5S",
      })
  void membersNameThem(String body, Duration wait) {
    assertThat(errors(429, body.replace('\'', '"')).error().retryAfter()).isEqualTo(wait);
  }

  @Test
  void aTimeIsWaitedFor() {
    Instant reset = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);
    for (String time :
        List.of(reset.toString(), reset.toString().replace("T", " ").replace("Z", " UTC"))) {
      String body = "{\"error\":{\"message\":\"Enough. Your limit resets at " + time + ".\"}}";
      assertThat(errors(429, body).error().retryAfter())
          .isBetween(Duration.ofSeconds(3_500), Duration.ofSeconds(3_600));
    }
  }

  @Test
  void aHeaderCountsMore() {
    String body = "{\"error\":{\"message\":\"Please try again in 20s.\"}}";
    ApiException e =
        new ApiErrors(CALL, null, text -> text)
            .of(
                new ErrorHead(429, Duration.ofSeconds(3), null, null),
                ErrorBodyReader.read(body),
                body);
    assertThat(e.error().retryAfter()).isEqualTo(Duration.ofSeconds(3));
    String both = body.replace("\"message\"", "\"retry_after\":7,\"message\"");
    assertThat(errors(429, both).error().retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  private static ApiException errors(int status, String body) {
    return new ApiErrors(CALL, null, text -> text)
        .of(new ErrorHead(status, null, null, null), ErrorBodyReader.read(body), body);
  }
}
