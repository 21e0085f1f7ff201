package io.drsorchestrator.application.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.GroupedPlan.GroupedWave;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.Parallel;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WaveServersTest {

  private final Tagged drs = new Tagged();
  private final Together parallel = new Together();
  private final WaveServers servers = new WaveServers(id -> Option.none(), drs);

  /** The servers that carry a tag are named after it. */
  private static final class Tagged implements RecoveryServers {

    private final List<String> asked = new ArrayList<>();

    @Override
    public Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags) {
      asked.add(scope.region() + " " + tags.mkString());
      return tags.values().map(tag -> new SourceServerId("s-" + tag)).toVector();
    }

    @Override
    public Map<SourceServerId, SourceMachine> sources(DrsScope scope, Vector<SourceServerId> ids) {
      throw new AssertionError("no start asks for that");
    }

    @Override
    public Map<SourceServerId, Recovered> recovered(
        DrsScope scope, JobId job, Vector<SourceServerId> ids) {
      throw new AssertionError("no start asks for that");
    }

    @Override
    public Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> instanceIds) {
      throw new AssertionError("no start asks for that");
    }
  }

  /** Remembers how much it was given at a time. */
  private static final class Together implements Parallel {

    private final List<Integer> sizes = new ArrayList<>();

    @Override
    public <A, B> Vector<B> map(Vector<A> all, Function<A, B> work) {
      sizes.add(all.size());
      return all.map(work);
    }
  }

  private static GroupedWave wave(int number, String region, String... tags) {
    var selection =
        tags.length == 0 ? HashMap.<String, String>empty() : HashMap.of(tags[0], tags[1]);
    return new GroupedWave(
        SampleWaves.plan(number),
        new ProtectionGroup("pg-" + number, region, Option.none(), selection));
  }

  private Vector<SourceServerId> of(GroupedWave wave) {
    return servers.of(
        wave.plan(), wave.group(), new DrsScope(Workbench.HUB, wave.group().region()));
  }

  @Test
  void asks_for_all_tags_side_by_side_and_for_the_same_once() {
    var waves =
        Vector.of(
            wave(0, "us-east-1", "tier", "web"),
            wave(1, "us-east-1", "tier", "db"),
            wave(2, "us-west-2", "tier", "web"),
            wave(3, "us-east-1", "tier", "web"),
            wave(4, "us-east-1"));

    servers.lookUp(waves, Workbench.HUB, parallel);

    assertThat(parallel.sizes).containsExactly(3);
    assertThat(waves.map(this::of).map(ids -> ids.head().value()))
        .containsExactly("s-web", "s-db", "s-web", "s-web", "s-4-0");
    assertThat(drs.asked).hasSize(3).doesNotHaveDuplicates();
  }
}
