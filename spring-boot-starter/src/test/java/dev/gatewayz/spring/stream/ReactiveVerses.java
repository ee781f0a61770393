package dev.gatewayz.spring.stream;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The controller for WebFlux of docs/streaming.md. */
@RestController
class ReactiveVerses {
  private final Verses verses;

  ReactiveVerses(Verses verses) {
    this.verses = verses;
  }

  record Piece(String text) {}

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<Piece> events(@RequestParam("topic") String topic) {
    return verses.flux(topic).map(Piece::new);
  }
}
