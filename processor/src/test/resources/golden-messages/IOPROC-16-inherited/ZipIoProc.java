package com.example;

import com.example.base.Base;
import org.ioproc.IoProc;

@IoProc("ZIP")
class ZipIoProc extends Base {}
