package io.drsorchestrator.local.bench.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The figures of all operations on the last wave of plans of several shapes. */
final class Measurements {

  /** Of one shape; the size of its item is that while the last wave is launched. */
  private record Measured(int kilobytes, Map<String, Figures> operations) {}

  private final Map<Shape, Measured> shapes = new LinkedHashMap<>();

  /** All operations in turns to warm up, and then each as often as it is measured. */
  void measure(Bench bench, Shape shape, Counts counts) {
    try (var fixture = Fixture.of(bench, shape)) {
      var operations = Operations.of(fixture);
      for (int i = 0; i < counts.warmUp(); i++) {
        operations.forEach(Operation::run);
      }
      var figures = new LinkedHashMap<String, Figures>();
      for (var operation : operations) {
        figures.put(
            operation.name(), Figures.of(operation, bench.function().work(), counts.times()));
      }
      shapes.put(shape, new Measured(fixture.kilobytes(), figures));
    }
  }

  Figures of(String operation, Shape shape) {
    var figures = measured(shape).operations().get(operation);
    if (figures == null) {
      throw new IllegalArgumentException("nobody has measured " + operation);
    }
    return figures;
  }

  Set<String> operations(Shape shape) {
    return measured(shape).operations().keySet();
  }

  int kilobytes(Shape shape) {
    return measured(shape).kilobytes();
  }

  private Measured measured(Shape shape) {
    var measured = shapes.get(shape);
    if (measured == null) {
      throw new IllegalArgumentException("nobody has measured " + shape);
    }
    return measured;
  }
}
