/** Collects messages and draws them, for {@code MessageTimeline}. */
@NullMarked
package org.ioproc.internal.timeline;

import org.jspecify.annotations.NullMarked;
