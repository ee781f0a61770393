package dev.gatewayz.chat;

/** One part of a user message: text, an image, sound or a file. */
public sealed interface ContentPart permits Text, Image, Audio, File {}
