package org.ioproc.samples.clips;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Turns a frame that a Windows program decoded, such as {@code samples/target/cram.bmp}, into
 * {@code samples/src/main/doc/frame.png}, twice as large. The arguments are these two files; {@code
 * .ci/windows-clients} creates the first one.
 */
final class FramePicture {

  private FramePicture() {}

  public static void main(String[] arguments) throws IOException {
    BufferedImage frame = ImageIO.read(new File(arguments[0]));
    int width = 2 * frame.getWidth();
    int height = 2 * frame.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Image large = frame.getScaledInstance(width, height, Image.SCALE_REPLICATE);
    picture.getGraphics().drawImage(large, 0, 0, null);
    ImageIO.write(picture, "png", new File(arguments[1]));
  }
}
