/**
 * The multimedia file manager in Java, for testing and debugging procedures where there is no
 * winmm.
 *
 * <p>{@link org.ioproc.internal.embedded.EmbeddedMmio} implements mmio's functions. {@link
 * org.ioproc.internal.embedded.Procedures} chooses a file's procedure, {@link
 * org.ioproc.internal.embedded.ManagedFile} is an open file, and an {@link
 * org.ioproc.internal.embedded.Access} carries out its requests with or without a buffer.
 *
 * <p>It follows winmm as of Wine 8.0, except where winmm loses data, hides an error or damages
 * memory; there it follows Microsoft's documentation. {@code runtime/DIFFERENCES.md} lists every
 * difference.
 */
@NullMarked
package org.ioproc.internal.embedded;

import org.jspecify.annotations.NullMarked;
