package io.drsorchestrator.local.bench.operations;

import java.util.ArrayList;
import java.util.List;

/** Several executions at a time whose waves are under way, as there are while a site is down. */
record Crowd(List<Fixture> fixtures) implements AutoCloseable {

  private static final int SERVERS = 5;

  static Crowd of(Bench bench, int size) {
    var fixtures = new ArrayList<Fixture>();
    for (int i = 0; i < size; i++) {
      fixtures.add(Fixture.of(bench, new Shape(1, SERVERS)));
    }
    fixtures.forEach(Fixture::putBackPolled);
    return new Crowd(fixtures);
  }

  /** A poll of one of them. */
  String poll(int which) {
    var fixture = fixtures.get(which % fixtures.size());
    return fixture.bench().function().invoke(fixture.workflow().poll(0).toString());
  }

  @Override
  public void close() {
    fixtures.forEach(Fixture::close);
  }
}
