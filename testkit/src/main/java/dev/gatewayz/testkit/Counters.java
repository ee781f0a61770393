package dev.gatewayz.testkit;

/**
 * What has happened on a gateway's sockets since it started or was reset, at one moment. A request
 * counts as open from its head to the end of its answer.
 *
 * @param connectionsOpened connections accepted
 * @param connectionsOpen connections there are now
 * @param requestsOpened requests begun
 * @param requestsOpen requests in progress now
 * @param mostRequestsOpen the most there have been at a time
 * @param mostRequestsPerConnection the most there have been at a time on one connection
 * @param streamsRefused streams refused because their connection had as many as it may
 * @param resetsReceived RST_STREAM frames of clients
 * @param pingsReceived PING frames of clients, acknowledgements not counted
 * @param pingAcksReceived acknowledgements of the gateway's own PING frames
 * @param settingsAcksReceived acknowledgements of the gateway's SETTINGS frames
 * @param bytesSent bytes of bodies that have gone to a socket
 * @param bytesUnsent bytes of bodies that wait for a window or a socket now; never more than one
 *     event for each answer
 * @param repliesBlocked answers that wait for a window or a socket now
 */
public record Counters(
    int connectionsOpened,
    int connectionsOpen,
    int requestsOpened,
    int requestsOpen,
    int mostRequestsOpen,
    int mostRequestsPerConnection,
    int streamsRefused,
    int resetsReceived,
    int pingsReceived,
    int pingAcksReceived,
    int settingsAcksReceived,
    long bytesSent,
    long bytesUnsent,
    int repliesBlocked) {}
