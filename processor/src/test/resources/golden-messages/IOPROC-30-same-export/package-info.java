@IoProcLibrary(
    name = "media",
    procedures = {ZipJava.class, InstallZip.class})
package com.example;

import org.ioproc.IoProcLibrary;
