/**
 * Two I/O procedures for data on other machines: behind a web server, and in an object store.
 *
 * <p>{@link org.ioproc.samples.remote.RemoteFile} reads both. It shows how a slow source that fails
 * at times is served: in blocks that all files share, in streams that arrive ahead of the program,
 * within a time limit, and never as a mixture of two versions.
 */
@IoProcLibrary(
    name = "remoteioproc",
    procedures = {S3IoProc.class, UrlIoProc.class})
@NullMarked
package org.ioproc.samples.remote;

import org.ioproc.IoProcLibrary;
import org.jspecify.annotations.NullMarked;
