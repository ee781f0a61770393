package dev.gatewayz.spring.stream;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The controller for Spring MVC of docs/streaming.md. */
@RestController
class ServletVerses {
  private final Verses verses;
  private final AsyncTaskExecutor executor;

  ServletVerses(Verses verses, AsyncTaskExecutor executor) {
    this.verses = verses;
    this.executor = executor;
  }

  record Piece(String text) {}

  @GetMapping("/events")
  SseEmitter events(@RequestParam("topic") String topic) {
    return write(topic, new SseEmitter(0L), Piece::new);
  }

  @GetMapping(path = "/text", produces = "text/plain;charset=UTF-8")
  ResponseBodyEmitter text(@RequestParam("topic") String topic) {
    return write(topic, new ResponseBodyEmitter(0L), piece -> piece);
  }

  private <E extends ResponseBodyEmitter> E write(
      String topic, E emitter, Function<String, ?> form) {
    executor.execute(
        () -> {
          try (Stream<String> pieces = verses.stream(topic).blocking()) {
            for (Iterator<String> i = pieces.iterator(); i.hasNext(); ) {
              emitter.send(form.apply(i.next()));
            }
            emitter.complete();
          } catch (IOException | RuntimeException e) {
            emitter.completeWithError(e);
          }
        });
    return emitter;
  }
}
