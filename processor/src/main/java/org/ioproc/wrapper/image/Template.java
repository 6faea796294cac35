package org.ioproc.wrapper.image;

import static org.ioproc.wrapper.image.ByteBuilder.aligned;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A DLL with the machine code of all libraries, for one architecture. It exports its functions by
 * their ordinals alone, and its header has room for one more section.
 */
final class Template {

  private static final String FOLDER = "/org/ioproc/wrapper/template/";

  private final Architecture architecture;
  private final byte[] image;
  private final ImageHeader header;
  private final SlotTable slots;

  private Template(Architecture architecture, byte[] image) {
    this.architecture = architecture;
    this.image = image;
    header = new ImageHeader(image, architecture);
    check(header.isDllFor(architecture), "is not a DLL for " + architecture.folder());
    check(header.hasRoomForSection(), "has no room for another section");
    check(nextOffset() == image.length, "does not end with its last section");
    check(header.directoryAddress(ImageHeader.RESOURCES) == 0, "already has resources");
    check(header.directoryAddress(ImageHeader.CERTIFICATES) == 0, "is signed");
    slots = new SlotTable(image, header);
  }

  /**
   * Reads a template from the processor's jar.
   *
   * @throws IllegalStateException if it is damaged
   */
  static Template of(Architecture architecture) {
    String resource = FOLDER + file(architecture);
    try (InputStream stream = Template.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw damaged(architecture, "is missing", null);
      }
      return of(architecture, stream.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Template of(Architecture architecture, byte[] image) {
    try {
      return new Template(architecture, image);
    } catch (IndexOutOfBoundsException outside) {
      throw damaged(architecture, "is incomplete", outside);
    }
  }

  /** Returns the address of a function. */
  int addressOf(int ordinal) {
    int address = slots.addressOf(ordinal);
    check(address != 0, "has no function with the ordinal " + ordinal);
    return address;
  }

  /** Returns the address of the next section. */
  int nextAddress() {
    int end = header.sections().stream().mapToInt(ImageSection::endAddress).max().orElse(0);
    return aligned(end, ImageHeader.SECTION_ALIGNMENT);
  }

  /** Returns the next section's position in the file. */
  int nextOffset() {
    int end = header.sections().stream().mapToInt(ImageSection::endOffset).max().orElse(0);
    return aligned(end, ImageHeader.FILE_ALIGNMENT);
  }

  /** Returns a copy that is longer by a section's bytes, and whose header does not name it yet. */
  byte[] followedBy(byte[] section) {
    byte[] longer = Arrays.copyOf(image, image.length + section.length);
    System.arraycopy(section, 0, longer, image.length, section.length);
    return longer;
  }

  private void check(boolean condition, String problem) {
    if (!condition) {
      throw damaged(architecture, problem, null);
    }
  }

  private static IllegalStateException damaged(
      Architecture architecture, String problem, @Nullable Throwable cause) {
    return new IllegalStateException(
        "The processor's jar is damaged: the template %s %s."
            .formatted(file(architecture), problem),
        cause);
  }

  private static String file(Architecture architecture) {
    return architecture.folder() + ".dll";
  }
}
