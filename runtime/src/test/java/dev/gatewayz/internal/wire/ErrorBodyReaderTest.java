package dev.gatewayz.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBodyReaderTest {

  @Test
  void theFullEnvelope() {
    ErrorBody body =
        read(
            """
            {"error":{"type":"rate_limit_exceeded","message":"Too many","detail":"d",
             "code":"RATE_LIMIT_EXCEEDED","status":429,"request_id":"req_ab","timestamp":"2026-08-20T12:00:00Z",
             "suggestions":["Wait 30 seconds before retrying"],
             "context":{"limit_type":"request_rate","retry_after":30,"provider_error_message":"p"},
             "docs_url":"https://docs.gatewayz.ai/errors/x"}}
            """);
    assertThat(body.status()).isEqualTo(429);
    assertThat(body.code()).isEqualTo("RATE_LIMIT_EXCEEDED");
    assertThat(body.type()).isEqualTo("rate_limit_exceeded");
    assertThat(body.message()).isEqualTo("Too many");
    assertThat(body.requestId()).isEqualTo("req_ab");
    assertThat(body.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(body.suggestions()).containsExactly("Wait 30 seconds before retrying");
    assertThat(body.providerMessage()).isEqualTo("p");
  }

  @Test
  void anEnvelopeWithoutCode() {
    ErrorBody body = read("{\"error\":{\"message\":\"No providers\",\"type\":\"internal_error\"}}");
    assertThat(body.message()).isEqualTo("No providers");
    assertThat(body.type()).isEqualTo("internal_error");
    assertThat(body.code()).isNull();
    assertThat(body.status()).isZero();
  }

  @Test
  void aNumberForACode() {
    ErrorBody body =
        read(
            "{\"error\":{\"message\":\"Server at capacity\",\"type\":\"server_overload\",\"code\":503}}");
    assertThat(body.code()).isEqualTo("503");
  }

  @Test
  void aTextForTheErrorBesideAMessage() {
    ErrorBody body =
        read("{\"error\":\"unroutable_embedding_model\",\"message\":\"m\",\"retry_after\":2}");
    assertThat(body.code()).isEqualTo("unroutable_embedding_model");
    assertThat(body.message()).isEqualTo("m");
    assertThat(body.retryAfter()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aTextForTheErrorAlone() {
    assertThat(read("{\"error\":\"it broke\"}").message()).isEqualTo("it broke");
  }

  @Test
  void aListOfComplaints() {
    ErrorBody body =
        read(
            """
            {"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required","input":{}},
             {"type":"x","loc":["body","stop",4],"msg":"Too long"}]}
            """);
    assertThat(body.fields())
        .containsExactly("body.messages: Field required", "body.stop.4: Too long");
    assertThat(body.message()).isEqualTo("body.messages: Field required; body.stop.4: Too long");
  }

  @Test
  void aDetailAsTextOrObject() {
    assertThat(read("{\"detail\":\"Not Found\"}").message()).isEqualTo("Not Found");
    ErrorBody body = read("{\"detail\":{\"field\":\"model\",\"message\":\"m\"}}");
    assertThat(body.message()).isEqualTo("m");
    assertThat(body.fields()).containsExactly("model");
    assertThat(read("{\"detail\":{\"error\":{\"message\":\"deep\",\"code\":\"C\"}}}").code())
        .isEqualTo("C");
  }

  @Test
  void flatObjectsAndLists() {
    assertThat(read("{\"object\":\"error\",\"message\":\"m\",\"code\":400}").code())
        .isEqualTo("400");
    assertThat(read("{\"status\":\"failure\",\"message\":\"m\"}").message()).isEqualTo("m");
    assertThat(read("[{\"error\":{\"code\":429,\"message\":\"m\"}}]").code()).isEqualTo("429");
    assertThat(
            read("{\"error\":{\"message\":\"m\",\"metadata\":{\"raw\":\"r\"}},\"provider\":\"x\"}")
                .providerMessage())
        .isEqualTo("r");
  }

  @Test
  void pagesAndPlainText() {
    assertThat(
            read("<html><head><title>502 Bad Gateway</title></head>\n<body><h1>502</h1></body></html>")
                .message())
        .isEqualTo("502 Bad Gateway 502");
    assertThat(read("upstream connect error").message()).isEqualTo("upstream connect error");
    assertThat(read("").message()).isEqualTo("The server gave no reason.");
    assertThat(read("null").message()).isEqualTo("The server gave no reason.");
    assertThat(read("<p>" + "x".repeat(5_000)).message()).hasSize(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "{'error':['Slow','down']} | Slow; down",
        "{'errors':['a is wrong','b is wrong']} | a is wrong; b is wrong",
        "{'errors':[{'code':7003,'message':'No route'}],'success':false} | No route",
        "{'error':{'message':{'error':{'message':'deep'}}}} | deep",
        "{'error':{'message':['x must be','y must be']}} | x must be; y must be",
        "{'error':'invalid_token','error_description':'It has expired'} | It has expired",
        "{'error_message':'bad'} | bad",
        "{'type':'about:blank','title':'Bad Request','status':400,'detail':'It is wrong'} | It is wrong",
        "{'Message':'no'} | no",
        "{'detail':['a','b']} | a; b",
        "{'error':true,'message':'m'} | m",
        "{'error':{'message':'<html><title>502</title>nginx</html>'}} | 502 nginx",
        "{'error':{'message':'<model> is no name'}} | <model> is no name",
        "{'error':{'code':'c','message':''}} | {'error':{'code':'c','message':''}}",
        "<html><style>p{a:b}</style><script>if (a<b) x='<p>'</script><!-- a > b --><p>Back &amp; soon | Back & soon",
        "if a < b and c > d | if a < b and c > d",
      })
  void theReasonIsFound(String body, String reason) {
    assertThat(read(body.replace('\'', '"')).message()).isEqualTo(reason.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"status\":\"UNAVAILABLE\",\"message\":\"m\"}',503",
    "'{\"status\":\"429\",\"message\":\"m\"}',429",
    "'{\"error\":{\"message\":\"m\",\"status_code\":404}}',404",
    "'{\"error\":{\"message\":\"m\"},\"statusCode\":401}',401",
    "'{\"status\":\"error\",\"message\":\"m\"}',0",
    "'{\"status\":200,\"message\":\"m\"}',0",
  })
  void theStatusIsFound(String body, int status) {
    assertThat(read(body).status()).isEqualTo(status);
  }

  @Test
  void theIdBesideAnErrorIsRead() {
    assertThat(read("{\"error\":{\"message\":\"m\"},\"request_id\":\"req_1\"}").requestId())
        .isEqualTo("req_1");
  }

  private static ErrorBody read(String text) {
    return ErrorBodyReader.read(text);
  }
}
