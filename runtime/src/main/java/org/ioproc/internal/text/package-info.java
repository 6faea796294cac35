/** Text from outside: how people get to see it, and the files that it names. */
@NullMarked
package org.ioproc.internal.text;

import org.jspecify.annotations.NullMarked;
