package dev.gatewayz.spring.guide;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The controller of docs/spring.md. */
@RestController
class HaikuController {
  private final Haikus haikus;

  HaikuController(Haikus haikus) {
    this.haikus = haikus;
  }

  @GetMapping("/haiku")
  String haiku(@RequestParam String topic) {
    return haikus.write(topic);
  }
}
