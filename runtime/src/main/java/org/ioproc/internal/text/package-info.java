/** Text from outside, and how people get to see it. */
@NullMarked
package org.ioproc.internal.text;

import org.jspecify.annotations.NullMarked;
