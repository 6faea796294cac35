/**
 * Immutable records of what authors write. Parsers create them from annotated elements, without
 * checking them. The rules that declarations can break, and the problems that report broken rules,
 * are here as well.
 */
@NullMarked
package org.ioproc.processor.model;

import org.jspecify.annotations.NullMarked;
