/**
 * Benchmarks, which compare for example a message with a bare call from C into Java, and the
 * embedded manager's buffer with the JDK's. samples/BENCHMARKS.md lists them with their results.
 */
@NullMarked
package org.ioproc.bench;

import org.jspecify.annotations.NullMarked;
