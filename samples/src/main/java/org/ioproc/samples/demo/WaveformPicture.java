package org.ioproc.samples.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws a waveform: peaks in a light color, loudness in a dark one, and a time scale below. */
final class WaveformPicture {

  /** The width of the waveform, in pixels. */
  static final int WIDTH = 1120;

  private static final int LANE = 240;
  private static final int LEFT = 60;
  private static final int TOP = 56;
  private static final int BOTTOM = 52;
  private static final int RIGHT = 30;

  private static final Color PAPER = new Color(0xFCFCFA);
  private static final Color GRID = new Color(0xE3E5E8);
  private static final Color TEXT = new Color(0x3A4250);
  private static final Color PEAK = new Color(0x8FB6DE);
  private static final Color LOUD = new Color(0x1F5A96);

  private final Waveform waveform;
  private final BufferedImage image;
  private final Graphics2D pen;

  private WaveformPicture(Waveform waveform) {
    this.waveform = waveform;
    int height = TOP + LANE * waveform.channels() + BOTTOM;
    this.image = new BufferedImage(LEFT + WIDTH + RIGHT, height, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
  }

  /** Draws a waveform and returns it as the content of a PNG file. */
  static byte[] png(Waveform waveform, String title, String subtitle) throws IOException {
    WaveformPicture picture = new WaveformPicture(waveform);
    picture.draw(title, subtitle);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    if (!ImageIO.write(picture.image, "png", png)) {
      throw new IOException("This Java runtime cannot write PNG files.");
    }
    return png.toByteArray();
  }

  private void draw(String title, String subtitle) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    drawTime();
    for (int channel = 0; channel < waveform.channels(); channel++) {
      drawChannel(channel);
    }
    label(title, LEFT, TOP - 28, Font.BOLD, 17);
    label(subtitle, LEFT, TOP - 9, Font.PLAIN, 13);
  }

  private void drawTime() {
    double length = waveform.seconds() > 0 ? waveform.seconds() : 1;
    double step = step(length);
    int bottom = TOP + LANE * waveform.channels();
    for (int i = 0; i * step <= length; i++) {
      double x = LEFT + WIDTH * i * step / length;
      line(GRID, 1, x, TOP, x, bottom + 6);
      label(seconds(i * step, step), (int) x - 8, bottom + 22, Font.PLAIN, 12);
    }
    label("seconds", LEFT + WIDTH / 2 - 24, bottom + 42, Font.PLAIN, 12);
  }

  /** Returns 1, 2 or 5 times a power of ten, so that the scale has about ten steps. */
  private static double step(double seconds) {
    double power = Math.pow(10, Math.floor(Math.log10(seconds / 10)));
    for (int factor : new int[] {1, 2, 5}) {
      if (seconds / (factor * power) <= 12) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static String seconds(double at, double step) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step)));
    return String.format(Locale.ROOT, "%." + decimals + "f", at);
  }

  private void drawChannel(int channel) {
    double middle = TOP + LANE * (channel + 0.5);
    double unit = LANE * 0.46;
    for (int level = -1; level <= 1; level++) {
      line(GRID, 1, LEFT, middle - level * unit, LEFT + WIDTH, middle - level * unit);
      label((level > 0 ? "+" : "") + level, LEFT - 30, (int) (middle - level * unit) + 4, 0, 12);
    }
    for (int i = 0; i < WIDTH; i++) {
      Waveform.Column column = waveform.column(channel, i);
      double x = LEFT + i + 0.5;
      line(PEAK, 1, x, middle - column.highest * unit, x, middle - column.lowest * unit);
      double loud = column.loudness() * unit;
      line(LOUD, 1, x, middle - loud, x, middle + loud);
    }
  }

  private void line(Color color, float width, double x1, double y1, double x2, double y2) {
    pen.setColor(color);
    pen.setStroke(new BasicStroke(width));
    pen.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Draws text, or nothing if the system has no fonts, as in many small Docker images. */
  private void label(String text, int x, int y, int style, int size) {
    try {
      pen.setColor(TEXT);
      pen.setFont(new Font(Font.SANS_SERIF, style, size));
      pen.drawString(text, x, y);
    } catch (RuntimeException | LinkageError | InternalError noFonts) {
      System.getLogger("org.ioproc.samples.demo")
          .log(System.Logger.Level.DEBUG, "No label", noFonts);
    }
  }
}
