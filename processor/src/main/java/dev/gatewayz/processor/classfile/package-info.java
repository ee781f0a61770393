/**
 * Class files, as far as compilers keep to themselves what stands in them: the bytes of one come
 * in, and out come annotations of types and names of parameters.
 */
@NullMarked
package dev.gatewayz.processor.classfile;

import org.jspecify.annotations.NullMarked;
