package org.ioproc.internal.timeline;

import java.util.Locale;
import org.ioproc.internal.text.Printable;

/** Writes a picture as SVG. Its shapes have the classes of {@link Looks}. */
final class Svg {

  private final StringBuilder text = new StringBuilder();

  /** Begins a picture, with a text for those who cannot see it. */
  Svg(int width, int height, String title, String description) {
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    attribute("width", width).attribute("height", height);
    attribute("viewBox", "0 0 " + width + " " + height).append(">\n");
    element("title", title);
    element("desc", description);
    text.append(Looks.STYLE);
    rectangle("paper", 0, 0, width, height);
  }

  private Svg attribute(String name, Object value) {
    text.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  private void append(String end) {
    text.append(end);
  }

  private void element(String name, String content) {
    text.append('<').append(name).append('>').append(escaped(content));
    text.append("</").append(name).append(">\n");
  }

  void rectangle(String type, double x, double y, double width, double height) {
    text.append("<rect");
    attribute("class", type).attribute("x", number(x)).attribute("y", number(y));
    attribute("width", number(width)).attribute("height", number(height)).append("/>\n");
  }

  /** Draws a path, whose thickness is 0 if it is only to be filled. */
  void path(String type, double thickness, String path) {
    if (!path.isEmpty()) {
      text.append("<path");
      attribute("class", type).attribute("stroke-width", number(thickness));
      attribute("d", path).append("/>\n");
    }
  }

  /** Writes a text that begins, is centered or ends at a place. */
  void label(String type, Anchor anchor, double x, double y, String content) {
    text.append("<text");
    attribute("class", type).attribute("x", number(x)).attribute("y", number(y));
    if (anchor != Anchor.START) {
      attribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
    }
    text.append('>').append(escaped(content)).append("</text>\n");
  }

  /** Writes a text from the bottom up, centered at a place. */
  void turned(String type, double x, double y, String content) {
    text.append("<text");
    attribute("class", type).attribute("text-anchor", "middle");
    attribute("transform", "translate(" + Paths.point(x, y) + ") rotate(-90)");
    text.append('>').append(escaped(content)).append("</text>\n");
  }

  /** Which part of a text is at its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Returns the whole picture. */
  String finished() {
    return text + "</svg>\n";
  }

  static String number(double value) {
    String number = Double.toString(Math.round(value * 10) / 10.0);
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }

  /** Escapes what XML does not allow, and what could disguise a name. */
  static String escaped(String content) {
    StringBuilder escaped = new StringBuilder();
    for (char character : Printable.of(content).toCharArray()) {
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\uFFFE', '\uFFFF' -> escaped.append('?');
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }
}
