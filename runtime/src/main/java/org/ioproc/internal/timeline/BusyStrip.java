package org.ioproc.internal.timeline;

/** A strip that shows, for each pixel, which share of its time the procedure was at work. */
final class BusyStrip {

  private final double left;
  private final double[] shares;

  BusyStrip(double left, double right) {
    this.left = left;
    this.shares = new double[(int) Math.ceil(right - left) + 1];
  }

  /** Adds a mark, whose work is spread evenly between its begin and its end. */
  void add(Mark mark, TimeAxis time) {
    double begin = time.at(mark.begin()) - left;
    double end = time.at(mark.end()) - left;
    double share = Math.min(1, (double) mark.busy() / Math.max(1, mark.end() - mark.begin()));
    for (int i = (int) begin; i <= (int) end && i < shares.length; i++) {
      double covered = Math.min(end, i + 1) - Math.max(begin, i);
      shares[i] += Math.max(Double.MIN_NORMAL, share * covered);
    }
  }

  /** Returns bars that stand on a line. Even the shortest message can be seen. */
  String path(double low, double height) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int i = 1; i <= shares.length; i++) {
      if (i == shares.length || height(i, height) != height(from, height)) {
        double bar = height(from, height);
        path.append(bar == 0 ? "" : Paths.box(left + from, low, left + i, low - bar));
        from = i;
      }
    }
    return path.toString();
  }

  private double height(int index, double most) {
    double share = Math.min(1, shares[index]);
    return share == 0 ? 0 : Math.max(1.5, Math.rint(share * most));
  }
}
