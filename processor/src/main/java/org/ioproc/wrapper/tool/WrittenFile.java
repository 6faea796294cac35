package org.ioproc.wrapper.tool;

import java.nio.file.Path;

/**
 * A result of the tool.
 *
 * @param path the file, below the request's output folder
 * @param size its size in bytes
 */
public record WrittenFile(Path path, long size) {}
