package dev.gatewayz.chat;

/** Is never made: it keeps room for forms of answers that are still to come. */
record OtherFormat() implements ResponseFormat {}
