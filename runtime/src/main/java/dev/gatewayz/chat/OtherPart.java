package dev.gatewayz.chat;

/** Is never made: it keeps room for kinds of content that are still to come. */
record OtherPart() implements ContentPart {}
