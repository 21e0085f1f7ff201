package io.drsorchestrator.local.simulate.scenario;

import io.drsorchestrator.local.simulate.scenario.PlanChoice.Drawn;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;

/**
 * Draws a scenario from a seed: most are a few faults and clicks at random, every fourth sends many
 * faults, one after another, at one operation in one state.
 */
public final class Draw {

  private static final int AIMED = 4;

  private final Script script;

  private Draw(long seed) {
    script = new Script(new Random(seed * 0x9E3779B97F4A7C15L));
  }

  /** The scenario of {@code seed}, with a plan of its own or the one that is given. */
  public static Scenario scenario(long seed, Optional<PlanChoice> given) {
    return new Draw(seed).draw(seed, given);
  }

  private Scenario draw(long seed, Optional<PlanChoice> given) {
    var plan = given.orElseGet(this::plan);
    int waves = plan.file().plan().path("waves").size();
    if (seed % AIMED == 0) {
      new Aim(script).draw(Math.floorMod(seed / AIMED, Aim.CELLS), waves);
    } else {
      script.create(0);
      new Mix(script).draw(waves);
    }
    int latency = latency();
    return new Scenario(seed, latency, plan, script.actions, script.faults, script.troubles);
  }

  /** Some runs have none, and are done sooner. */
  private int latency() {
    return script.oneOf(0, 300, 3000, 3000);
  }

  private PlanChoice plan() {
    var waves = new ArrayList<WaveSpec>();
    int count = 1 + script.random.nextInt(4);
    for (int i = 0; i < count; i++) {
      waves.add(new WaveSpec(1 + script.random.nextInt(2), script.random.nextInt(3) == 0));
    }
    return new Drawn(waves);
  }
}
