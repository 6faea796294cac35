/**
 * Connects Java and native code through JNA, the foreign function and memory API, or JNI. The code
 * above a {@link org.ioproc.internal.transport.Transport} is the same for all of them.
 */
@NullMarked
package org.ioproc.internal.transport;

import org.jspecify.annotations.NullMarked;
