/** Runs programs in C on the ZIP sample, and compares the sounds they play with the archive's. */
@NullMarked
package org.ioproc.samples.clients;

import org.jspecify.annotations.NullMarked;
