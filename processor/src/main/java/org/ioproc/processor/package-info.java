/**
 * Generates the code that connects an annotated I/O procedure with mmio. The compiler calls {@link
 * org.ioproc.processor.IoProcProcessor}; the steps here pass data from one layer to the next:
 *
 * <pre>{@code
 * Optional<IoProcDeclaration> declaration = parser.parse(type); // model: what the author wrote
 * List<Problem> problems = validator.validate(declaration);     // check: the rules it breaks
 * reporter.report(problems);                                    // the only class that prints
 * output.write(glueWriter.write(declaration));                  // java, wrapper: the files
 * }</pre>
 */
@NullMarked
package org.ioproc.processor;

import org.jspecify.annotations.NullMarked;
