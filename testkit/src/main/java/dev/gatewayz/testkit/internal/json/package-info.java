/** JSON in and out: request bodies are read as values, answers are written as objects. */
@NullMarked
package dev.gatewayz.testkit.internal.json;

import org.jspecify.annotations.NullMarked;
