package org.ioproc.wrapper.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The numbers in a DLL's header that depend on all of its bytes. */
final class Fingerprint {

  private Fingerprint() {}

  /**
   * Returns a time stamp that is the same for the same bytes: the start of their SHA-256, while the
   * time stamp and the checksum are zero.
   */
  static int timeStamp(byte[] head, byte[] archive) {
    MessageDigest digest = sha256();
    digest.update(head);
    return ByteBuffer.wrap(digest.digest(archive)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256.", missing);
    }
  }

  /**
   * Returns the checksum of an image whose checksum is zero: the sum of its 16-bit words, with each
   * carry added again, and its size. Both parts must have an even size.
   */
  static int checksum(byte[] head, byte[] archive) {
    long sum = sum(head) + sum(archive);
    while (sum > 0xFFFF) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return (int) sum + head.length + archive.length;
  }

  private static long sum(byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long sum = 0;
    while (words.hasRemaining()) {
      sum += Short.toUnsignedInt(words.getShort());
    }
    return sum;
  }
}
