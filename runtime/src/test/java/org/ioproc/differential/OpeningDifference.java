package org.ioproc.differential;

/** Differences in how files are opened, deleted, renamed and closed. */
enum OpeningDifference implements Difference {
  ORDINARY_FILE_HAS_CODE_DOS(
      new Row(
          "fccIOProc of an ordinary file whose extension has no installed procedure",
          "is the extension",
          "MMIOINFO structure: fccIOProc identifies the file's I/O procedure",
          "is DOS",
          "Microsoft documents it.",
          OpeningRows::ordinaryFileHasCodeDos)),
  CODE_IGNORED_WITH_ADDRESS(
      new Row(
          "mmioOpen with both a pIOProc and an fccIOProc",
          "MMIOINFO has the code, and the procedure is found under it while the file is open",
          "MMIOINFO structure: fccIOProc is NULL if the procedure is not installed",
          "MMIOINFO has no code, and the procedure opens only this file",
          "Other files would be opened by a procedure that nobody installed.",
          OpeningRows::codeIgnoredWithAddress)),
  UNKNOWN_CODE_REPORTED(
      new Row(
          "mmioOpen with an fccIOProc under which no procedure is installed",
          "fails, and leaves wErrorRet unchanged",
          "mmioOpen function: wErrorRet contains the error if the file cannot be opened",
          "MMIOERR_CANNOTOPEN",
          "Microsoft documents it.",
          OpeningRows::unknownCodeReported)),
  MISSING_NAME_REPORTED(
      new Row(
          "mmioOpen without a name and without a procedure",
          "returns a handle without a file",
          "mmioOpen function: adwInfo is then a Windows file handle",
          "MMIOERR_FILENOTFOUND",
          "Java cannot use such a handle.",
          OpeningRows::missingNameReported)),
  FAILED_OPEN_SENDS_NOTHING(
      new Row(
          "a procedure that is installed as DOS fails to open a file",
          "sends it three SEEKs",
          "mmioOpen function: returns NULL if the file cannot be opened",
          "sends it nothing more",
          "The procedure has no open file.",
          OpeningRows::failedOpenSendsNothing)),
  PROCEDURE_CHECKS_EXISTENCE(
      new Row(
          "mmioOpen with MMIO_EXIST",
          "looks on the disk regardless of the procedure, and leaves wErrorRet unchanged",
          "mmioOpen function: MMIO_EXIST determines whether the specified file exists",
          "opens the file with its procedure and closes it, or returns the error",
          "A custom procedure's file would never seem to exist.",
          OpeningRows::procedureChecksExistence)),
  FILE_DELETED(
      new Row(
          "mmioOpen with MMIO_DELETE",
          "returns a handle, and does not delete an ordinary file",
          "mmioOpen function: MMIO_DELETE deletes the file and returns TRUE",
          "deletes the file and returns TRUE",
          "Microsoft documents it.",
          OpeningRows::fileDeleted)),
  ERRORS_DISTINGUISHED(
      new Row(
          "an ordinary file cannot be opened, deleted or renamed",
          "MMIOERR_FILENOTFOUND",
          "mmioOpen function: MMIOERR_PATHNOTFOUND, MMIOERR_ACCESSDENIED and others",
          "the error for a missing folder, denied access or a sharing violation; otherwise"
              + " MMIOERR_CANNOTOPEN",
          "Microsoft documents them.",
          OpeningRows::errorsDistinguished)),
  RENAMED_BY_PROCEDURE(
      new Row(
          "mmioRename of a name with the extension of an installed procedure",
          "renames an ordinary file, returns MMSYSERR_INVALPARAM, or sends RENAME to the procedure"
              + " of a file that was opened by pIOProc",
          "mmioRename function: returns 0 or an error from the I/O procedure",
          "the procedure renames it",
          "The procedure's file would never be renamed.",
          OpeningRows::renamedByProcedure)),
  CLOSED_DESPITE_FHOPEN(
      new Row(
          "mmioClose with MMIO_FHOPEN of an ordinary file that was opened by name",
          "leaves the file open in the process",
          "mmioClose function: MMIO_FHOPEN is for files that were opened by a file handle",
          "closes the file",
          "The file would stay open until the process ends.",
          OpeningRows::closedDespiteFhopen)),
  INSTALLED_PROCEDURE_STAYS(
      new Row(
          "a file that was opened by pIOProc is closed while that procedure is installed",
          "removes the procedure",
          "mmioInstallIOProc function: MMIO_REMOVEPROC removes a procedure",
          "keeps the procedure",
          "It would not open later files.",
          OpeningRows::installedProcedureStays));

  private final Row row;

  OpeningDifference(Row row) {
    this.row = row;
  }

  @Override
  public Row row() {
    return row;
  }
}
