/**
 * The ways between Java and native code. Everything above a {@link
 * org.ioproc.internal.transport.Transport} is the same whichever is used, and nothing outside this
 * package touches an address.
 */
@NullMarked
package org.ioproc.internal.transport;

import org.jspecify.annotations.NullMarked;
