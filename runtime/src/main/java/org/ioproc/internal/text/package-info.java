/** Text from outside: how to print it safely, and which files it names. */
@NullMarked
package org.ioproc.internal.text;

import org.jspecify.annotations.NullMarked;
