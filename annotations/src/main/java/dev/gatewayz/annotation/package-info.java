/**
 * What a user writes on prompt interfaces.
 *
 * <p>{@link dev.gatewayz.annotation.GatewayzClient} marks the interface and holds its defaults,
 * {@link dev.gatewayz.annotation.GatewayzPrompt} turns a method into a prompt. The Gatewayz
 * annotation processor reads them while your code compiles, reports every mistake on the value that
 * holds it, and writes a class that implements the interface.
 *
 * <p>All annotations are kept in class files, so that interfaces may extend interfaces of other
 * jars, and none is read at run time.
 */
package dev.gatewayz.annotation;
