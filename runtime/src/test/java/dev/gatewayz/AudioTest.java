package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.Audio;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound is sent as Base64, and nothing else is taken for it. */
class AudioTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 100, 1_000})
  void whatTheEncoderWritesIsTaken(int size) {
    String encoded = Base64.getEncoder().encodeToString(new byte[size]);

    assertThat(Audio.ofBase64("wav", encoded)).isEqualTo(Audio.of("wav", new byte[size]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "UklGR",
        "=",
        "====",
        "U===",
        "UklG\r\nUklG",
        "Ukl-",
        "Ukl_",
        "a song.",
        "Üklg",
        "data:audio/wav;base64,UklG",
        "UklG=klG"
      })
  void otherTextIsRefusedAtOnce(String text) {
    assertThatThrownBy(() -> Audio.ofBase64("wav", text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
