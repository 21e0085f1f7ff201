package io.drsorchestrator.local.bench.operations;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How operations on the last wave of a plan grow up to the largest plans (docs/limits.md).
 *
 * @param wide plans of more and more servers, about 100 in each wave
 * @param many plans of more and more waves, of one to three servers each
 */
record Growth(Measurements measurements, List<Shape> wide, List<Shape> many) {

  private static final List<Shape> WIDE =
      List.of(ByServers.MOST, new Shape(3, 300), new Shape(6, 550));
  private static final List<Shape> MANY =
      List.of(ByServers.FEWEST, new Shape(10, 20), new Shape(50, 100), new Shape(100, 237));

  /** With plans of at most so many waves. */
  static Growth upTo(int waves, Measurements measurements) {
    return new Growth(measurements, some(WIDE, waves), some(MANY, waves));
  }

  private static List<Shape> some(List<Shape> shapes, int waves) {
    return shapes.stream().filter(shape -> shape.waves() <= waves).toList();
  }

  /** Of several waves: the others are measured anyway. */
  Stream<Shape> shapes() {
    return Stream.concat(wide.stream(), many.stream()).filter(shape -> shape.waves() > 1);
  }

  String table() {
    var names = measurements.operations(ByServers.FEWEST);
    var rows = Stream.concat(many.stream(), wide.stream()).map(this::row);
    return "| waves | servers | item, kB | %s |\n%s\n%s"
        .formatted(
            String.join(" | ", names),
            "| --- | --- | --- |" + " --- |".repeat(names.size()),
            rows.collect(Collectors.joining("\n")));
  }

  private String row(Shape shape) {
    var cells =
        measurements.operations(shape).stream()
            .map(name -> cell(name, shape))
            .collect(Collectors.joining(" | "));
    return "| %d | %d | %d | %s |"
        .formatted(shape.waves(), shape.servers(), measurements.kilobytes(shape), cells);
  }

  private String cell(String name, Shape shape) {
    var millis = own(name, shape);
    return String.format(Locale.ROOT, "%.1f (%.1f)", millis, millis / own(name, ByServers.FEWEST));
  }

  private double own(String name, Shape shape) {
    return measurements.of(name, shape).own().percentile(50);
  }

  /** The straight lines through the columns. */
  String lines() {
    return measurements.operations(ByServers.FEWEST).stream()
        .map(
            name ->
                "| %s | %s | %s |"
                    .formatted(
                        name,
                        line(name, wide, Shape::servers).inWords(),
                        line(name, many, Shape::waves).inWords()))
        .collect(
            Collectors.joining(
                "\n",
                """
                | operation | a further server, in waves of 100 | a further wave, of one to three servers |
                | --- | --- | --- |
                """,
                ""));
  }

  private Line line(String name, List<Shape> shapes, ToIntFunction<Shape> size) {
    return Line.through(
        shapes.stream().map(shape -> (double) size.applyAsInt(shape)).toList(),
        shapes.stream().map(shape -> own(name, shape)).toList());
  }
}
