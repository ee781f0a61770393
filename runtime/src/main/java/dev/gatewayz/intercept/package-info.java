/**
 * Standing between callers and the gateway: an {@linkplain dev.gatewayz.intercept.Interceptor
 * interceptor} can change a request, refuse it, or answer it itself. Caching and the sharing of
 * equal calls are interceptors, too.
 */
@NullMarked
package dev.gatewayz.intercept;

import org.jspecify.annotations.NullMarked;
