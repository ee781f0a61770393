/**
 * What the gateway offers beside chat: its models, its health, your balance, and embeddings.
 * Everything in it is immutable.
 */
@NullMarked
package dev.gatewayz.gateway;

import org.jspecify.annotations.NullMarked;
