package dev.gatewayz.spring;

import dev.gatewayz.testkit.api.PublicApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What users can name does not change by accident. */
@Tag("api")
class ApiTest {
  @Test
  void theApiIsTheOneThatIsListed() throws IOException {
    PublicApi.ofAutomaticModule("dev.gatewayz.spring", Path.of("target/classes"))
        .isListedIn(Path.of("api.txt"));
  }
}
