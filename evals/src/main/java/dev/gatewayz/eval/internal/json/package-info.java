/** JSON as plain values: maps, lists, texts, {@code BigDecimal}, booleans and {@code null}. */
@NullMarked
package dev.gatewayz.eval.internal.json;

import org.jspecify.annotations.NullMarked;
