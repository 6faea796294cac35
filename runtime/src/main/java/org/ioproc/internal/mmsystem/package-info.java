/** The declarations of {@code mmsystem.h}, and the error codes for Java's exceptions. */
@NullMarked
package org.ioproc.internal.mmsystem;

import org.jspecify.annotations.NullMarked;
