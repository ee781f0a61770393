package dev.gatewayz.internal.answer;

/**
 * How answers are read.
 *
 * @param maxEventSize the largest event of a stream, in bytes
 * @param maxBodySize the largest answer in one piece, in bytes
 * @param showsPrompts whether errors may repeat what a server says of the prompt
 */
public record AnswerRules(int maxEventSize, int maxBodySize, boolean showsPrompts) {}
