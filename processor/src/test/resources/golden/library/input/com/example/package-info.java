/** Two procedures in one wrapper. */
@IoProcLibrary(
    name = "media",
    procedures = {SecondIoProc.class, FirstIoProc.class})
package com.example;

import org.ioproc.IoProcLibrary;
