package io.drsorchestrator.local.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.memory.InMemoryStore;
import io.drsorchestrator.application.read.ListExecutions;
import io.drsorchestrator.application.read.ListExecutions.Page;
import io.drsorchestrator.application.read.ListPosition;
import io.drsorchestrator.application.read.ListQuery;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever reads page after page sees everything once, in order, whatever comes in between. */
class ListPagingProperties {

  /** What is asked of one execution: when it started, or nothing. */
  private record Started(String id, long time) {}

  private InMemoryStore store = new InMemoryStore();
  private ListExecutions list = ListExecutions.of(store.ports());
  private final List<Started> everything = new ArrayList<>();

  private void put(Random random, String id) {
    long time = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(300);
    var item = new HashMap<String, Object>(Map.of("executionId", id, "planId", "plan"));
    item.put("status", "COMPLETED");
    if (time > 0) {
      item.put("startTime", random.nextBoolean() ? (Object) time : Long.toString(time));
    }
    store.put(new ExecutionKey(new ExecutionId(id), new PlanId("plan")), item);
    everything.add(new Started(id, time));
  }

  @Property(tries = 5)
  void the_pages_of_two_thousand_executions_are_the_whole_list(
      @ForAll Random random, @ForAll @IntRange(min = 17, max = 100) int limit) {
    everything.clear();
    store = new InMemoryStore();
    list = ListExecutions.of(store.ports());
    for (int n = 0; n < 2000; n++) {
      put(random, "e-" + random.nextInt(1_000_000) + "-" + n);
    }
    var before = ids(everything);

    var seen = read(random, limit);

    assertThat(ids(seen)).as("each once").hasSameSizeAs(seen);
    assertThat(ids(seen).containsAll(before)).as("all that were there from the start").isTrue();
    assertThat(seen).as("newest first, by id within a second").isSortedAccordingTo(this::inOrder);
  }

  private int inOrder(Started one, Started other) {
    return one.time() == other.time()
        ? one.id().compareTo(other.id())
        : Long.compare(other.time(), one.time());
  }

  private static Set<String> ids(List<Started> started) {
    var ids = new HashSet<String>();
    started.forEach(one -> ids.add(one.id()));
    return ids;
  }

  /** Others start executions, of now and long ago, while the pages are read. */
  private List<Started> read(Random random, int limit) {
    var seen = new ArrayList<Started>();
    Option<ListPosition> after = Option.none();
    for (int pages = 0; pages < 1000; pages++) {
      Page page =
          list.list(new ListQuery(limit, Option.none(), after), item -> random.nextInt(200_000));
      assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(item -> seen.add(started(item)));
      after = page.next();
      if (after.isEmpty()) {
        return seen;
      }
      put(random, "late-" + random.nextInt(1_000_000) + "-" + pages);
    }
    throw new AssertionError("The list does not end");
  }

  private static Started started(Map<String, Object> item) {
    var time = item.getOrDefault("startTime", 0L);
    return new Started(
        String.valueOf(item.get("executionId")), Long.parseLong(String.valueOf(time)));
  }
}
