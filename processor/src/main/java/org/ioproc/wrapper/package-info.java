/**
 * The texts about native wrappers: what a jar says about its library, what an author may choose,
 * and the sources. Writes and reads them from names alone: nothing here depends on the compiler.
 */
@NullMarked
package org.ioproc.wrapper;

import org.jspecify.annotations.NullMarked;
