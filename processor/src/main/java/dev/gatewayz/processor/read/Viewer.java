package dev.gatewayz.processor.read;

import javax.lang.model.element.PackageElement;

/**
 * The client that types are read for.
 *
 * @param from its package, which decides what it sees
 * @param warnings what the compiler will warn of in it
 */
record Viewer(PackageElement from, CompilerWarnings warnings) {}
