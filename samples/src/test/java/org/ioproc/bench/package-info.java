/**
 * Benchmarks that compare a message with a bare call from C into Java, the embedded manager's
 * buffering with that of the JDK, and more. samples/BENCHMARKS.md lists them with their results.
 */
@NullMarked
package org.ioproc.bench;

import org.jspecify.annotations.NullMarked;
