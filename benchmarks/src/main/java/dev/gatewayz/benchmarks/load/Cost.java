package dev.gatewayz.benchmarks.load;

/**
 * What work has cost a process.
 *
 * @param wallNanos time that went by
 * @param cpuNanos time on processors, garbage collection included, compilation not
 * @param allocated bytes on the heap
 */
public record Cost(long wallNanos, long cpuNanos, long allocated) {}
