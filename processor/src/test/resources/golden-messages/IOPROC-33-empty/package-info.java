@IoProcLibrary(name = "media", procedures = {})
package com.example;

import org.ioproc.IoProcLibrary;
