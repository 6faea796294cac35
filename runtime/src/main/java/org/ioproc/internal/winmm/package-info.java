/** The functions of {@code winmm.dll} that have to do with multimedia files. */
@NullMarked
package org.ioproc.internal.winmm;

import org.jspecify.annotations.NullMarked;
