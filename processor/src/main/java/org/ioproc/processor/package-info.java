/**
 * Writes what an annotated I/O procedure needs besides itself. {@link
 * org.ioproc.processor.IoProcProcessor} is what a compiler is told of; the way goes from records
 * that mirror the declarations through validation, which returns data, to one writer for each kind
 * of file:
 *
 * <pre>{@code
 * Optional<IoProcDeclaration> declaration = parser.parse(type); // empty: not yet complete
 * List<Problem> problems = validator.validate(declaration);     // never printed here
 * reporter.report(problems);                                    // the only one that prints
 * output.write(glueWriter.write(declaration));
 * }</pre>
 */
@NullMarked
package org.ioproc.processor;

import org.jspecify.annotations.NullMarked;
