package dev.gatewayz.internal.call;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.subscribe.BlockingReader;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A streamed answer of the gateway. */
record CallStream<E>(CallRequest request, Consumer<Flow.Subscriber<? super E>> calling)
    implements AnswerStream<E> {

  @Override
  public void subscribe(Flow.Subscriber<? super E> subscriber) {
    calling.accept(subscriber);
  }

  @Override
  public Stream<E> blocking() {
    return BlockingReader.stream(request.name(), request.info(), this);
  }
}
