package dev.gatewayz.observe;

/** Is never made: it keeps room for kinds of events that are still to come. */
record OtherEvent(CallSubject call) implements CallEvent {}
