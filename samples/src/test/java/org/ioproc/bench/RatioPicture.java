package org.ioproc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Draws ratios as bars that start at 1, on a logarithmic scale. */
final class RatioPicture {

  private static final int LEFT = 500;
  private static final int RIGHT = 830;
  private static final int TOP = 74;
  private static final int ROW = 34;
  private static final double MAX_RATIO = 300;

  private final StringBuilder svg = new StringBuilder();

  private RatioPicture() {}

  /**
   * Writes a picture.
   *
   * @param title what the ratios compare, and where they were measured
   * @param ratios the ratios by their names
   */
  static void write(String title, Map<String, Double> ratios, Path file) throws IOException {
    RatioPicture picture = new RatioPicture();
    picture.draw(title, ratios);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, picture.svg);
  }

  private void draw(String title, Map<String, Double> ratios) {
    int bottom = TOP + ROW * ratios.size();
    svg.append(
        String.format(
            Locale.ROOT,
            """
        <svg xmlns="http://www.w3.org/2000/svg" width="900" height="%1$d" viewBox="0 0 900 %1$d"
             font-family="system-ui, sans-serif" font-size="14" fill="#3A4250">
          <rect width="900" height="%1$d" fill="#FCFCFA"/>
          <text x="24" y="34" font-size="17" font-weight="600">%2$s</text>
        """,
            bottom + 34,
            title));
    for (int tick : new int[] {1, 10, 100}) {
      svg.append(
          String.format(
              Locale.ROOT,
              """
            <line x1="%1$.1f" x2="%1$.1f" y1="%2$d" y2="%3$d" stroke="#C9CDD3"/>
            <text x="%1$.1f" y="%4$d" text-anchor="middle" font-size="12">%5$d</text>
          """,
              x(tick),
              TOP - 8,
              bottom,
              bottom + 18,
              tick));
    }
    int y = TOP;
    for (Map.Entry<String, Double> ratio : ratios.entrySet()) {
      row(ratio.getKey(), ratio.getValue(), y);
      y += ROW;
    }
    svg.append("</svg>\n");
  }

  private void row(String label, double ratio, int y) {
    double from = Math.min(x(ratio), x(1));
    double width = Math.max(Math.abs(x(ratio) - x(1)), 2);
    svg.append(
        String.format(
            Locale.ROOT,
            """
          <text x="%1$d" y="%2$d" text-anchor="end">%3$s</text>
          <rect x="%4$.1f" y="%5$d" width="%6$.1f" height="18" rx="2" fill="#1F5A96"/>
          <text x="%7$.1f" y="%2$d" font-weight="600">%8$.2f</text>
        """,
            LEFT - 14,
            y + 14,
            label,
            from,
            y,
            width,
            from + width + 8,
            ratio));
  }

  private static double x(double ratio) {
    double least = Math.log(0.8);
    double share = (Math.log(ratio) - least) / (Math.log(MAX_RATIO) - least);
    return LEFT + (RIGHT - LEFT) * Math.max(share, 0);
  }
}
