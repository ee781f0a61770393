/** Waiting for futures and reading publishers on a thread that blocks. Knows no calls. */
@NullMarked
package dev.gatewayz.internal.subscribe;

import org.jspecify.annotations.NullMarked;
