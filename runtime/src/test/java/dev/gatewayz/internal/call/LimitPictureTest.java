package dev.gatewayz.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What the guide shows of the simulation is what it says; -Dgolden.update=true writes the picture.
 */
class LimitPictureTest {
  private static final Path DOCS = Path.of("../docs");

  @Test
  void thePictureIsDrawnFromTheSimulation() throws IOException {
    Path picture = DOCS.resolve("adaptive-limit.svg");
    String drawn = LimitPicture.svg();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(picture, drawn);
    }
    assertThat(Files.readString(picture)).isEqualTo(drawn);
  }

  @Test
  void theTableIsThatOfTheSimulation() throws IOException {
    assertThat(Files.readString(DOCS.resolve("scale.md"))).contains(LimitPicture.table());
  }
}
