package dev.gatewayz.fault;

/**
 * A request that came by HTTP/1.1. Immutable.
 *
 * @param head the request line and the headers as they came, the empty line included
 * @param body as UTF-8
 */
public record Http1Request(String head, String body) {}
