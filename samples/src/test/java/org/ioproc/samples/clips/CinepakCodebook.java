package org.ioproc.samples.clips;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Cinepak codebook: up to 256 vectors, to which all other vectors are similar. */
final class CinepakCodebook {

  private static final int MAX_SIZE = 256;

  private final List<CinepakVector> vectors;

  CinepakCodebook(List<CinepakVector> used) {
    List<CinepakVector> byFrequency = byFrequency(used);
    List<CinepakVector> chosen = byFrequency;
    for (int distance = 1; chosen.size() > MAX_SIZE; distance *= 2) {
      chosen = farFromEachOther(byFrequency, distance);
    }
    this.vectors = chosen;
  }

  private static List<CinepakVector> byFrequency(List<CinepakVector> used) {
    Map<CinepakVector, Integer> counts = new LinkedHashMap<>();
    used.forEach(vector -> counts.merge(vector, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<CinepakVector> farFromEachOther(List<CinepakVector> vectors, int distance) {
    List<CinepakVector> chosen = new ArrayList<>();
    for (CinepakVector vector : vectors) {
      if (chosen.stream().allMatch(other -> other.distance(vector) > distance)) {
        chosen.add(vector);
      }
    }
    return chosen;
  }

  CinepakVector vector(int index) {
    return vectors.get(index);
  }

  /** Returns the index of the most similar vector. */
  int indexOf(CinepakVector vector) {
    int best = 0;
    for (int i = 1; i < vectors.size(); i++) {
      if (vectors.get(i).distance(vector) < vectors.get(best).distance(vector)) {
        best = i;
      }
    }
    return best;
  }

  /** Writes a chunk with all vectors. */
  void write(int id, ByteBuffer to) {
    to.putShort((short) id).putShort((short) (4 + CinepakVector.SIZE * vectors.size()));
    vectors.forEach(vector -> vector.write(to));
  }
}
