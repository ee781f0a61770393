package dev.gatewayz.fault;

/** Parts of a response, to be put together badly. */
final class Parts {
  private Parts() {}

  private static byte[] block() {
    return HeaderBlock.of(":status", "200", "content-type", "application/json");
  }

  /** A head with a body to come. */
  static Frame head(Http2Request request) {
    return Frame.headers(request.streamId(), block(), false, true);
  }

  /** A response that is but a head. */
  static Frame headOnly(int streamId) {
    return Frame.headers(streamId, block(), true, true);
  }

  /** A head of which more has to follow. */
  static Frame unfinishedHead(Http2Request request) {
    return Frame.headers(request.streamId(), block(), false, false);
  }

  /** More of a head, and more to follow. */
  static Frame more(Http2Request request) {
    return Frame.continuation(request.streamId(), HeaderBlock.of("x-more", "more"), false);
  }

  /** The rest of a head. */
  static Frame rest(int streamId) {
    return Frame.continuation(streamId, HeaderBlock.of("x-rest", "rest"), true);
  }

  /** A body, or what comes in place of it. */
  static Frame body(int streamId) {
    return Frame.data(streamId, "test", true);
  }
}
