/**
 * The Maven plugin that writes the wrapper DLLs of a project's I/O procedures.
 *
 * <p>A project needs nothing besides its dependency on the runtime and the processor's path:
 *
 * <pre>{@code
 * <plugin>
 *   <groupId>org.ioproc</groupId>
 *   <artifactId>ioproc-maven-plugin</artifactId>
 *   <version>...</version>
 *   <executions>
 *     <execution>
 *       <goals>
 *         <goal>wrap</goal>
 *       </goals>
 *     </execution>
 *   </executions>
 * </plugin>
 * }</pre>
 *
 * <p>All the work is done by the tool {@code ioproc} in the processor's jar. The plugin passes it
 * the project's jar, its dependencies and its name.
 */
@NullMarked
package org.ioproc.maven;

import org.jspecify.annotations.NullMarked;
