@IoProcLibrary(name = "media", procedures = ZipIoProc.class)
package com.example;

import org.ioproc.IoProcLibrary;
