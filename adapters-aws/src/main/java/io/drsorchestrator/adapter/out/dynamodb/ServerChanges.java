package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.Wave;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a poll has learnt about the servers of a wave: written field by field, so that fields of
 * other programs survive; or, where that is more than an expression holds, as a list with their
 * fields merged in, on condition that nobody has touched it since it was read.
 */
record ServerChanges(RunningWave before, Vector<Server> after) {

  private static final String LIST = "serverStatuses";

  static ServerChanges between(RunningWave before, Wave after) {
    return new ServerChanges(before, after.servers());
  }

  private String path() {
    return WavePath.of(before.number(), LIST);
  }

  /** Each server in its place: another program may have written the list in another order. */
  void writeFields(ItemUpdate update) {
    for (int i = 0; i < after.size(); i++) {
      var path = path() + "[" + i + "]";
      var changed =
          Changes.between(ServerItem.write(before.servers().get(i)).m(), write(after.get(i)));
      if (!changed.isEmpty()) {
        update.whenEqual(path + ".sourceServerId", Attributes.text(after.get(i).id().value()));
        changed.forEach((field, value) -> update.set(path + "." + field, value));
      }
    }
  }

  /** Whether the servers of {@code wave} are stored in the places that they were read from. */
  boolean areInPlace(StoredItem wave) {
    var stored = wave.list(LIST).map(element -> new StoredItem(element.m()).text("sourceServerId"));
    return stored.flatMap(id -> id).equals(after.map(server -> server.id().value()))
        && stored.size() == after.size();
  }

  /** Comparing the whole list makes sure that no field of others is lost on the way. */
  void writeList(ItemUpdate update, StoredItem wave) {
    var stored = wave.attributes().get(LIST);
    if (stored == null) {
      update.whenMissing(path());
    } else {
      update.whenEqual(path(), stored);
    }
    update.set(path(), Attributes.list(merged(wave).asJava()));
  }

  private Vector<AttributeValue> merged(StoredItem wave) {
    var elements = wave.list(LIST);
    var byId =
        elements
            .filter(element -> id(element).isDefined())
            .toMap(element -> id(element).get(), AttributeValue::m);
    var nameless = elements.filter(element -> id(element).isEmpty());
    return after
        .map(server -> merged(byId.getOrElse(server.id().value(), Map.of()), server))
        .appendAll(nameless);
  }

  private static Option<String> id(AttributeValue element) {
    return new StoredItem(element.m()).text("sourceServerId");
  }

  private static AttributeValue merged(Map<String, AttributeValue> stored, Server server) {
    var merged = new LinkedHashMap<>(stored);
    merged.putAll(write(server));
    return Attributes.map(merged);
  }

  private static Map<String, AttributeValue> write(Server server) {
    return ServerItem.write(server).m();
  }
}
