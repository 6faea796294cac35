/**
 * A folder as a container: {@code music.dir+track.wav}. {@link org.ioproc.samples.dir.DirIoProc}
 * opens a channel for each file, and renames and deletes files. The other classes keep programs
 * inside the folder.
 */
@NullMarked
package org.ioproc.samples.dir;

import org.jspecify.annotations.NullMarked;
