package dev.gatewayz.chat;

/**
 * One part of a user message: text, an image, sound or a file. There may be more kinds one day, so
 * a {@code switch} over them needs a default.
 */
public sealed interface ContentPart permits Text, Image, Audio, File, OtherPart {}
