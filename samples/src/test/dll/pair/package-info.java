/** Two procedures in one DLL. */
@IoProcLibrary(
    name = "pair",
    procedures = {FirstIoProc.class, SecondIoProc.class})
package com.example;

import org.ioproc.IoProcLibrary;
