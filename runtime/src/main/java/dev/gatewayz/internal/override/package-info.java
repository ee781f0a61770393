/**
 * Templates that take the place of compiled ones. In: their texts, from a map or a file. Out: for
 * each call, whether one is taken.
 */
@NullMarked
package dev.gatewayz.internal.override;

import org.jspecify.annotations.NullMarked;
