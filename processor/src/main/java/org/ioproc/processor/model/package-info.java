/**
 * What authors write, as immutable records: parsers read annotated elements, and judge nothing. The
 * rules that declarations can break, and the problems that say where, belong to the model too.
 */
@NullMarked
package org.ioproc.processor.model;

import org.jspecify.annotations.NullMarked;
