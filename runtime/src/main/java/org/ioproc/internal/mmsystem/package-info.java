/** What {@code mmsystem.h} declares, and how a failure in Java becomes one of its error codes. */
@NullMarked
package org.ioproc.internal.mmsystem;

import org.jspecify.annotations.NullMarked;
