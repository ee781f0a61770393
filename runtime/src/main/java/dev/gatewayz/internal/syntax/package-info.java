/** What users write, checked at once: names of models, addresses, headers, JSON. */
@NullMarked
package dev.gatewayz.internal.syntax;

import org.jspecify.annotations.NullMarked;
