/** JSON as bytes: writing it, and reading it token by token. Knows no other package. */
@NullMarked
package dev.gatewayz.internal.json;

import org.jspecify.annotations.NullMarked;
