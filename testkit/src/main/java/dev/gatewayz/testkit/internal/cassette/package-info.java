/**
 * Recorded calls and their file: what is compared of a request, what is kept of an answer, what is
 * taken out before, and how all this is written as text and read again.
 */
@NullMarked
package dev.gatewayz.testkit.internal.cassette;

import org.jspecify.annotations.NullMarked;
