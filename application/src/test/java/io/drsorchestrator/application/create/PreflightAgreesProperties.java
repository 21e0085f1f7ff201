package io.drsorchestrator.application.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.ExecutionType;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** In any world a start meets what a preflight has told, and nothing else. */
class PreflightAgreesProperties {

  @Property(tries = 2000)
  void a_start_is_refused_for_what_a_preflight_tells_first_and_else_takes_place(
      @ForAll @Size(max = 6) Set<Trouble> troubles, @ForAll ExecutionType type) {
    var world = new TroubledWorld(type);
    troubles.forEach(trouble -> trouble.happen(world));
    world.outages();

    var told = world.bench().useCases().preflight().check(world.command()).stops();
    var started = world.bench().useCases().create().create(world.command());

    Statistics.collect(started.isRight());
    Statistics.coverage(both -> both.check(true).percentage(p -> p > 5));
    started
        .peekLeft(refusal -> assertThat(told.headOption()).contains(refusal))
        .peek(any -> assertThat(told).isEmpty());
  }
}
