/**
 * Reads jars, checks their classes, and merges them into one archive. Entries keep their compressed
 * bytes, so that the archive does not depend on the machine's zlib.
 *
 * <p>Source: the zip format's APPNOTE.TXT, and "The Java Virtual Machine Specification", chapter 4.
 */
@NullMarked
package org.ioproc.wrapper.tool.jar;

import org.jspecify.annotations.NullMarked;
