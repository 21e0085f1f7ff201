package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.explorer.Handler.Reply;
import io.drsorchestrator.application.memory.InMemoryStore;
import io.drsorchestrator.application.memory.WatchedPorts;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The real use cases, run on a world for one call of one invocation at a time. */
final class Machine implements Scene {

  private final Plan plan;
  private final InMemoryStore store;
  private final ModelDrs drs = new ModelDrs();
  private final ModelWorkflows workflows = new ModelWorkflows();
  private final Invocation invocation = new Invocation();
  private final Handler handler;
  private final Function<Order, Option<Reply>> instead;
  private Instant now = NOON;
  private Op running = Op.of(Order.of(Order.Kind.START), false, "");

  Machine(Plan plan, Mutant mutant) {
    this.plan = plan;
    store = new InMemoryStore(mutant.guards());
    plan.save(store);
    var ports = new WatchedPorts(invocation);
    var useCases =
        UseCases.of(
            ports.watch(mutant.store().apply(ModelPorts.of(store), this)),
            mutant
                .client()
                .apply(ports.watch(mutant.aws().apply(ModelPorts.of(drs, workflows), this))),
            (execution, events) -> {},
            new Settings(() -> now, () -> running.attempt(), Workbench.HUB, WavePolicy.DEFAULT));
    handler = new Handler(useCases);
    instead = order -> mutant.operation().apply(useCases, order);
  }

  /** Before anything has happened: the execution is on record and nobody has seen it yet. */
  World start(Allowance allowance) {
    return new World(
        Stored.of(store.snapshot()),
        NOON,
        Vector.empty(),
        Flow.NOT_STARTED,
        Vector.empty(),
        new Past(plan.isFaulty()),
        allowance,
        -1);
  }

  /** The next call of {@code op}, which is not among those in flight. */
  Reached call(World world, Op op, Mode mode) {
    store.restore(world.stored().snapshot());
    drs.become(world.jobs(), world.now());
    workflows.become(world.flow());
    now = world.now();
    running = op;
    invocation.begin(op.tape(), mode, now);
    var end = run(op);
    var stored = world.stored().then(store.snapshot());
    var after = world.with(stored, drs.jobs(), workflows.flow());
    return reached(after, op, end);
  }

  private Option<Either<RuntimeException, Reply>> run(Op op) {
    try {
      return Option.some(Either.right(carryOut(op.order())));
    } catch (Suspended e) {
      return Option.none();
    } catch (RuntimeException e) {
      return Option.some(Either.left(e));
    }
  }

  private Reply carryOut(Order order) {
    return instead.apply(order).getOrElse(() -> handler.carryOut(order, now));
  }

  private Reached reached(World after, Op op, Option<Either<RuntimeException, Reply>> end) {
    var made = invocation.made();
    var known =
        end.isDefined()
            ? after
            : after.withOps(
                after.ops().append(op.after(made.get(), after.stored(), invocation.next())),
                after.left().isPreemptionLimited() ? after.ops().size() : -1);
    return new Reached(known, () -> text(op, made, end), Option.some(op), made, end);
  }

  private static String text(
      Op op, Option<Result> made, Option<Either<RuntimeException, Reply>> end) {
    return op.text()
        + ": "
        + made.map(Machine::text).getOrElse("no call")
        + end.map(Machine::text).getOrElse("");
  }

  private static String text(Result result) {
    return result.call() + " -> " + result.outcome().text();
  }

  private static String text(Either<RuntimeException, Reply> end) {
    return "; " + end.fold(fault -> "ends with " + fault, reply -> "answers " + reply.text());
  }

  @Override
  public Order order() {
    return running.order();
  }

  @Override
  public Vector<Result> tape() {
    return running.tape();
  }

  @Override
  public Map<String, Object> item() {
    return store.snapshot().document(World.KEY).getOrElse(Map.of());
  }

  @Override
  public Option<Execution> readAs(Consumer<Map<String, Object>> change) {
    var truth = store.snapshot();
    if (truth.document(World.KEY).isEmpty()) {
      return Option.none();
    }
    edit(change);
    var read = store.ports().executions().find(World.KEY.executionId());
    store.restore(truth);
    return read;
  }

  @Override
  public void edit(Consumer<Map<String, Object>> change) {
    var item = new HashMap<>(item());
    change.accept(item);
    store.put(World.KEY, item);
  }
}
