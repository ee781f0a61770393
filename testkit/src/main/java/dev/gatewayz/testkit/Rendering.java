package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.server.Header;
import java.util.Iterator;
import java.util.List;

/**
 * What a reply says to one request.
 *
 * @param status of the response
 * @param headers the usual ones
 * @param pieces the body, event by event, made as they are asked for
 * @param stream whether the body's length is not known at its beginning
 */
record Rendering(int status, List<Header> headers, Iterator<byte[]> pieces, boolean stream) {}
