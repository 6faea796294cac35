/**
 * What authors write, as immutable records. Parsers read annotated elements into them without
 * checking. The rules that declarations can break, and the problems that report them, are here as
 * well.
 */
@NullMarked
package org.ioproc.processor.model;

import org.jspecify.annotations.NullMarked;
