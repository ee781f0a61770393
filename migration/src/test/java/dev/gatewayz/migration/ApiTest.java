package dev.gatewayz.migration;

import dev.gatewayz.testkit.api.PublicApi;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What users can name does not change by accident. */
class ApiTest {
  @Test
  void theApiIsTheOneThatIsListed() throws IOException {
    PublicApi.ofAutomaticModule("dev.gatewayz.migration", Path.of("target/classes"))
        .isListedIn(Path.of("api.txt"));
  }
}
