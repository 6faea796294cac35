package org.ioproc.wrapper.tool;

import java.util.regex.Pattern;
import org.ioproc.wrapper.WrapperSpec;
import org.ioproc.wrapper.image.DllContent;

/** Checks that a library's name and size suit a DLL. */
final class LibraryCheck {

  /** The DLL refuses longer names, because files beside it are named after it. */
  private static final int LONGEST_NAME = 200;

  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

  private LibraryCheck() {}

  static void check(WrapperSpec wrapper) throws WrapException {
    String name = wrapper.name();
    if (DEVICE.matcher(name).matches()) {
      throw new WrapException(
          ("A DLL must not have the name of a DOS device. The library \"%s\" has. Rename it"
                  + " with @IoProcLibrary.")
              .formatted(name));
    }
    if (name.length() > LONGEST_NAME) {
      throw new WrapException(
          ("A library's name must have at most %d characters. \"%s\" has %d. Rename it with"
                  + " @IoProcLibrary.")
              .formatted(LONGEST_NAME, name, name.length()));
    }
    if (wrapper.procedures().size() > DllContent.HIGHEST_COUNT) {
      throw new WrapException(
          "A library must have at most %d procedures. %s has %d. Divide it into several libraries."
              .formatted(DllContent.HIGHEST_COUNT, name, wrapper.procedures().size()));
    }
  }
}
