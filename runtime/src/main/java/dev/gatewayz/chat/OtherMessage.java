package dev.gatewayz.chat;

/** Is never made: it keeps room for kinds of messages that are still to come. */
record OtherMessage(Role role) implements Message {}
