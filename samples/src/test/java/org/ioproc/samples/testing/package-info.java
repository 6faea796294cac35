/** What the samples' tests share: archives, requests to open a file, and ways to read one. */
@NullMarked
package org.ioproc.samples.testing;

import org.jspecify.annotations.NullMarked;
