@IoProcLibrary(
    name = "media",
    procedures = {Zip.class, InstallZip.class})
package com.example;

import org.ioproc.IoProcLibrary;
