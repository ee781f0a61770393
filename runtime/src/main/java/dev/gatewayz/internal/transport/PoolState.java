package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Origin;

/**
 * What one loop holds for one origin at one moment.
 *
 * @param origin where the connections go
 * @param connections connections that take exchanges
 * @param opening connections that are being opened
 * @param draining connections that only finish what they carry
 * @param active exchanges under way
 * @param queued exchanges that wait for a connection
 */
public record PoolState(
    Origin origin, int connections, int opening, int draining, int active, int queued) {}
