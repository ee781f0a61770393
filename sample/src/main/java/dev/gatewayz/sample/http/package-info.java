/**
 * A small HTTP/1.1 server for one page. In come event loops and {@link
 * dev.gatewayz.sample.http.Routes routes}, out go whole answers or {@linkplain
 * dev.gatewayz.sample.http.EventStream streams of events} whose writers are told when the browser
 * keeps up and when it is gone.
 */
@NullMarked
package dev.gatewayz.sample.http;

import org.jspecify.annotations.NullMarked;
