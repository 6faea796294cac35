/**
 * Runs programs in C on the ZIP sample, and compares what they play with what is in the archive.
 */
@NullMarked
package org.ioproc.samples.clients;

import org.jspecify.annotations.NullMarked;
