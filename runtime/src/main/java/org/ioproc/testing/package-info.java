/**
 * Help for authors of I/O procedures.
 *
 * <p>{@link org.ioproc.testing.MessageTimeline} draws what a program asks of a procedure.
 */
@NullMarked
package org.ioproc.testing;

import org.jspecify.annotations.NullMarked;
