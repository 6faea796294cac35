/**
 * Small I/O procedures to copy from, and a demo that runs them.
 *
 * <p>{@link org.ioproc.samples.XyzIoProc} is the one to start with: an own file type in one page.
 * {@link org.ioproc.samples.DirIoProc} opens paths, renames and deletes. {@link
 * org.ioproc.samples.ZipIoProc} shows what a compressed format asks for.
 */
@NullMarked
package org.ioproc.samples;

import org.jspecify.annotations.NullMarked;
