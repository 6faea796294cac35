/**
 * Procedures that keep all promises of {@link org.ioproc.testing.IoProcContract}, and procedures
 * with one mistake each, which the contract must find.
 */
@NullMarked
package org.ioproc.contract;

import org.jspecify.annotations.NullMarked;
