@IoProcLibrary(name = "Media", procedures = ZipIoProc.class)
package com.example;

import org.ioproc.IoProcLibrary;
