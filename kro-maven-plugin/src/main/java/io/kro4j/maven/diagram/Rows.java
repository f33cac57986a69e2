package io.kro4j.maven.diagram;

import io.kro4j.maven.diagram.Diagram.Arrow;
import io.kro4j.maven.diagram.Diagram.Box;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a picture whose boxes would be too many beside each other. A wave is what can come
 * into being at once; it has as many rows as it needs, and its boxes that others read are in the
 * last of them, next to those.
 */
final class Rows {
  /** What screens and pages show without making it smaller, or a little more. */
  private static final double WIDEST = 1300;

  private final ToDoubleFunction<Box> width;
  private final Map<String, List<String>> above;
  private final Predicate<Box> isRead;
  private final List<Box> boxes;

  private Rows(Diagram diagram, ToDoubleFunction<Box> width) {
    this.width = width;
    this.boxes = diagram.boxes();
    this.above =
        diagram.arrows().stream()
            .collect(
                Collectors.groupingBy(
                    Arrow::to, Collectors.mapping(Arrow::from, Collectors.toList())));
    List<String> read = diagram.arrows().stream().map(Arrow::from).distinct().toList();
    this.isRead = box -> read.contains(box.id());
  }

  /**
   * The rows from top to bottom, each with a box at least; none if each wave fits into one.
   *
   * @param width how much of a row a box takes
   */
  static List<List<Box>> of(Diagram diagram, ToDoubleFunction<Box> width) {
    Rows rows = new Rows(diagram, width);
    List<List<Box>> waves = rows.waves();
    return waves.stream().allMatch(rows::fits)
        ? List.of()
        : waves.stream().flatMap(rows::broken).toList();
  }

  /** Boxes that are as many arrows away from the top. */
  private List<List<Box>> waves() {
    Map<String, Integer> depths = new HashMap<>();
    Map<Integer, List<Box>> waves = new TreeMap<>();
    for (Box box : boxes) {
      int depth =
          above(box).stream()
              .mapToInt(id -> Objects.requireNonNull(depths.get(id)) + 1)
              .max()
              .orElse(0);
      depths.put(box.id(), depth);
      waves.computeIfAbsent(depth, any -> new ArrayList<>()).add(box);
    }
    return List.copyOf(waves.values());
  }

  private List<String> above(Box box) {
    return above.getOrDefault(box.id(), List.of());
  }

  private boolean fits(List<Box> row) {
    return width(row) <= WIDEST;
  }

  private double width(List<Box> row) {
    return row.stream().mapToDouble(width).sum();
  }

  private Stream<List<Box>> broken(List<Box> wave) {
    return fits(wave)
        ? Stream.of(wave)
        : Stream.of(isRead.negate(), isRead)
            .map(which -> wave.stream().filter(which).toList())
            .flatMap(part -> spread(part).stream());
  }

  /**
   * Boxes in as few rows as they fit into. A few that read the same go below each other, so that
   * they are below what they read; many that read the same fill one row after the other.
   */
  private List<List<Box>> spread(List<Box> part) {
    int count = (int) Math.ceil(width(part) / WIDEST);
    double even = width(part) / count;
    List<List<Box>> rows = new ArrayList<>(Collections.nCopies(count, List.of()));
    for (List<Box> siblings : siblings(part)) {
      double all = width(siblings);
      for (List<Box> beside : cut(siblings, all < even ? all / count : even)) {
        int emptiest = rows.indexOf(Collections.min(rows, Comparator.comparing(this::width)));
        rows.set(emptiest, Stream.concat(rows.get(emptiest).stream(), beside.stream()).toList());
      }
    }
    return rows.stream().filter(row -> !row.isEmpty()).toList();
  }

  /** Those that read the same, in the order of the first of each. */
  private Iterable<List<Box>> siblings(List<Box> part) {
    return part.stream()
        .collect(Collectors.groupingBy(this::above, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** Boxes one after the other, with an end wherever a length is reached, more or less. */
  private List<List<Box>> cut(List<Box> siblings, double length) {
    List<List<Box>> pieces = new ArrayList<>();
    List<Box> piece = new ArrayList<>();
    for (Box box : siblings) {
      if (!piece.isEmpty() && width(piece) + width.applyAsDouble(box) / 2 > length) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
      piece.add(box);
    }
    pieces.add(piece);
    return pieces;
  }
}
