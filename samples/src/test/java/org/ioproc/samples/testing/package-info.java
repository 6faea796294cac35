/** Archives, requests to open a file, and ways to read one, for the samples' tests. */
@NullMarked
package org.ioproc.samples.testing;

import org.jspecify.annotations.NullMarked;
