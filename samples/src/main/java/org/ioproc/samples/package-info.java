/**
 * Three I/O procedures to copy from, each in its own package, and a demo that runs them.
 *
 * <ul>
 *   <li>{@link org.ioproc.samples.xyz} is the one to start with: a custom file type on one page.
 *   <li>{@link org.ioproc.samples.dir} opens, renames and deletes the files of a folder.
 *   <li>{@link org.ioproc.samples.zip} reads the entries of ZIP archives.
 *   <li>{@link org.ioproc.samples.demo} opens a sound through one of them and draws its waveform.
 * </ul>
 */
@NullMarked
package org.ioproc.samples;

import org.jspecify.annotations.NullMarked;
