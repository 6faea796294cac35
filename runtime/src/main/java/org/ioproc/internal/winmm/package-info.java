/** Calls the multimedia file functions of {@code winmm.dll}. */
@NullMarked
package org.ioproc.internal.winmm;

import org.jspecify.annotations.NullMarked;
