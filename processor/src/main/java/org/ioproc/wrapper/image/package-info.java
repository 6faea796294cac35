/**
 * Writes DLLs and import libraries as bytes, without a compiler or linker. A DLL is a copy of a
 * template, which contains the machine code, with a library's names and data in one more section:
 *
 * <pre>{@code
 * byte[] head = DllWriter.head(Architecture.X64, content, archive);
 * byte[] library = ImportLibrary.of(Architecture.X64, "zipioproc.dll", content.exports());
 * }</pre>
 *
 * <p>The formats are described in Microsoft's "PE Format", "VS_VERSIONINFO structure" and "Resource
 * types". All numbers are little-endian unless a comment says otherwise. The same arguments always
 * result in the same bytes.
 */
@NullMarked
package org.ioproc.wrapper.image;

import org.jspecify.annotations.NullMarked;
