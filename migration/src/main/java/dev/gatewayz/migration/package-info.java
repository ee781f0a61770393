/**
 * Recipes for OpenRewrite that turn the code of other libraries into prompts. What comes in is a
 * project's source, what goes out the same source with this library's annotations.
 */
@NullMarked
package dev.gatewayz.migration;

import org.jspecify.annotations.NullMarked;
