/** The declarations of {@code mmsystem.h}, and how Java's failures map to its error codes. */
@NullMarked
package org.ioproc.internal.mmsystem;

import org.jspecify.annotations.NullMarked;
