package io.drsorchestrator.application.explorer;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Breadth-first search: the first violation that it meets is the end of a shortest script. */
final class Search {

  /**
   * What a search came to.
   *
   * @param isComplete whether it has seen all that its scope allows
   * @param script the moves to the violation, or to where it can no longer be helped
   * @param after what everybody does from there on, in vain
   */
  record Found(
      long states,
      long transitions,
      int depth,
      boolean isComplete,
      Option<Violation> violation,
      Vector<String> script,
      Vector<String> after) {}

  /** A world to go on from, and its number. */
  private record Open(World world, int id, int depth) {}

  private final Machine machine;
  private final Moves moves;
  private final Fair fair;
  private final World start;
  private final int limit;
  private final Fingerprint.Table seen = new Fingerprint.Table();
  private final Deque<Open> open = new ArrayDeque<>();
  private int[] parents = new int[1 << 12];
  private short[] choices = new short[1 << 12];
  private Option<Found> ahead = Option.none();
  private long transitions;
  private int depth;

  private Search(Scope scope, Mutant mutant, int limit) {
    this.machine = new Machine(scope.plan(), mutant);
    var calls = new Calls(machine, mutant);
    this.moves = new Moves(scope, calls);
    this.fair = new Fair(calls);
    this.start = machine.start(scope.allowance());
    this.limit = limit;
  }

  static Found run(Scope scope, Mutant mutant, int limit) {
    return new Search(scope, mutant, limit).run();
  }

  private Found run() {
    visit(start, -1, 0, 0);
    while (!open.isEmpty() && seen.size() < limit) {
      var from = open.remove();
      depth = from.depth();
      var found = expand(from);
      if (found.isDefined()) {
        return found.get();
      }
    }
    return ahead.getOrElse(() -> found(Option.none(), Vector.empty(), Vector.empty()));
  }

  private Option<Found> expand(Open from) {
    if (from.world().ops().isEmpty()) {
      var wrong = fair.judge(from.world());
      if (wrong.isDefined()) {
        var found = found(wrong, script(from.id()), fair.script());
        if (wrong.exists(Violation::isOfLiveness)) {
          return Option.some(found);
        }
        // The search itself comes to it by a shorter way, unless its bounds do not allow that.
        ahead = ahead.orElse(Option.some(found));
      }
    }
    var next = moves.of(from.world());
    for (int i = 0; i < next.size(); i++) {
      var reached = next.get(i).make().get();
      transitions++;
      var broken = Judge.judge(from.world(), reached);
      if (broken.isDefined()) {
        var script = script(from.id()).append(reached.text().get());
        return Option.some(found(broken, script, Vector.empty()));
      }
      visit(reached.world(), from.id(), i, from.depth() + 1);
    }
    return Option.none();
  }

  private void visit(World world, int parent, int choice, int at) {
    if (seen.add(Fingerprint.of(world))) {
      int id = seen.size() - 1;
      if (id >= parents.length) {
        parents = Arrays.copyOf(parents, 2 * id);
        choices = Arrays.copyOf(choices, 2 * id);
      }
      parents[id] = parent;
      choices[id] = (short) choice;
      open.add(new Open(world, id, at));
    }
  }

  /** The moves that lead to a world, made once more. */
  private Vector<String> script(int id) {
    Vector<Integer> path = Vector.empty();
    for (int at = id; parents[at] >= 0; at = parents[at]) {
      path = path.prepend((int) choices[at]);
    }
    Vector<String> script = Vector.empty();
    var world = start;
    for (int choice : path) {
      var reached = moves.of(world).get(choice).make().get();
      script = script.append(reached.text().get());
      world = reached.world();
    }
    return script;
  }

  private Found found(Option<Violation> violation, Vector<String> script, Vector<String> after) {
    return new Found(seen.size(), transitions, depth, open.isEmpty(), violation, script, after);
  }
}
