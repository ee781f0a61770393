/**
 * What calls cost and how long they take, in the words of the OpenTelemetry semantic conventions
 * for generative AI. Each class needs a library that this one only knows: Micrometer, or the
 * OpenTelemetry API.
 */
@NullMarked
package dev.gatewayz.telemetry;

import org.jspecify.annotations.NullMarked;
