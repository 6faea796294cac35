/**
 * Turns a jar with I/O procedures into DLLs for applications in C, without a C compiler.
 *
 * <pre>{@code
 * WrapRequest request =
 *     WrapRequest.of(Path.of("zip.jar"))
 *         .classPath(List.of(Path.of("ioproc-runtime.jar")))
 *         .output(Path.of("wrapper"))
 *         .build();
 * List<WrittenFile> dlls = WrapTool.run(request);
 * }</pre>
 *
 * <p>{@link org.ioproc.wrapper.tool.Main} does the same from a command line. Nothing here needs
 * more than this jar and the JDK.
 */
@NullMarked
package org.ioproc.wrapper.tool;

import org.jspecify.annotations.NullMarked;
