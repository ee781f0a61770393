/**
 * The load server: answers that were encoded before, over HTTP/2 and HTTP/1.1, plain and with TLS.
 */
@NullMarked
package dev.gatewayz.benchmarks.server;

import org.jspecify.annotations.NullMarked;
