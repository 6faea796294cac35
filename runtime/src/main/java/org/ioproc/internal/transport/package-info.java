/**
 * The ways between Java and native code: JNA, the foreign function and memory API, and JNI. The
 * code above a {@link org.ioproc.internal.transport.Transport} is the same for all of them.
 */
@NullMarked
package org.ioproc.internal.transport;

import org.jspecify.annotations.NullMarked;
