/*
 * The statuses that a wrapper's functions return. The processor copies them into a library's
 * header, with the library's name in place of IOPROC and LIBRARY.
 */
#ifndef IOPROC_STATUS_H
#define IOPROC_STATUS_H

/* No Java runtime was found in any of the places above. */
#define IOPROC_E_NO_JAVA 20001
/* Only Java runtimes of an unusable architecture, or older than 17, were found. */
#define IOPROC_E_WRONG_JAVA 20002
/* Inside: the runtime's jvm.dll could not be loaded, because it is damaged or incomplete. */
#define IOPROC_E_BAD_JAVA 20003
/* An option in LIBRARY.vmoptions or in the environment is wrong. */
#define IOPROC_E_VM_OPTIONS 20004
/* The virtual machine did not start for another reason. */
#define IOPROC_E_VM_START 20005
/* No classes were found: LIBRARY.jar is missing, or a path is too long. */
#define IOPROC_E_NO_CLASSES 20006
/* A class is missing, damaged or of another version. */
#define IOPROC_E_CLASS 20007
/* The procedure's constructor or static initializer failed. */
#define IOPROC_E_PROCEDURE 20008
/* mmioInstallIOProc refused to install the procedure. */
#define IOPROC_E_MMIO 20009
/* Remove... was called more often than Install... succeeded. */
#define IOPROC_E_NOT_INSTALLED 20010
/* The procedure is in use: a file is open, or another one was installed later under its code. */
#define IOPROC_E_IN_USE 20011
/* The function was called from a DllMain. */
#define IOPROC_E_DLL_MAIN 20012
/* The process is exiting. */
#define IOPROC_E_EXITING 20013
/* Memory, a thread or another Windows resource was not available. */
#define IOPROC_E_SYSTEM 20014
/* Inside: the process has too little memory or address space for Java's heap. */
#define IOPROC_E_HEAP 20015
/* Inside: a policy of the process forbids Java. Beside: the thread impersonates a client. */
#define IOPROC_E_POLICY 20016
/* Another thread has been starting Java or creating the procedure for too long. */
#define IOPROC_E_BUSY 20017
/* The DLL is damaged or incomplete: its configuration or its classes. */
#define IOPROC_E_DAMAGED 20018
/* Beside: Java has ended, or has been started 5 times within a minute. */
#define IOPROC_E_JAVA_ENDED 20019

#endif
