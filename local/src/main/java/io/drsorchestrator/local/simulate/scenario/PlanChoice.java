package io.drsorchestrator.local.simulate.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.plan.PlanFile;
import java.util.ArrayList;
import java.util.List;

/** The plan of a run: drawn wave by wave, or a file's. */
public sealed interface PlanChoice {

  /** As the tables and DRS hold it. */
  PlanFile file();

  /** How much there is to leave out. */
  int size();

  /** The plan of a file, which stays as it is. */
  record Given(PlanFile file) implements PlanChoice {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public String toString() {
      return "plan " + file.planId();
    }
  }

  /** A plan of drawn waves. */
  record Drawn(List<WaveSpec> waves) implements PlanChoice {

    private static final String GROUP = "group";
    private static final String REGION = "us-east-1";

    public Drawn {
      waves = List.copyOf(waves);
    }

    @Override
    public int size() {
      return waves.stream().mapToInt(wave -> 1 + wave.servers() + (wave.isGated() ? 1 : 0)).sum();
    }

    @Override
    public PlanFile file() {
      return PlanFile.parse(json().toString());
    }

    private ObjectNode json() {
      var root = JsonNodeFactory.instance.objectNode();
      var plan = root.putObject("plan").put("planId", "plan-1").put("planName", "Simulated");
      var list = plan.putArray("waves");
      var group = root.putArray("protectionGroups").addObject();
      group.put("groupId", GROUP).put("groupName", GROUP).put("region", REGION);
      group.put("accountId", PlanFile.ACCOUNT);
      var servers = root.putArray("sourceServers");
      for (int n = 0; n < waves.size(); n++) {
        wave(list.addObject(), n);
        server(n)
            .forEach(id -> servers.addObject().put("sourceServerId", id).put("name", "n" + id));
      }
      var members = group.putArray("sourceServerIds");
      servers.forEach(server -> members.add(server.path("sourceServerId").asText()));
      return root;
    }

    private void wave(ObjectNode wave, int number) {
      wave.put("waveNumber", number).put("waveName", "Wave " + number);
      wave.put("protectionGroupId", GROUP).put("pauseBeforeWave", waves.get(number).isGated());
      server(number).forEach(wave.putArray("serverIds")::add);
    }

    private List<String> server(int wave) {
      var ids = new ArrayList<String>();
      for (int i = 0; i < waves.get(wave).servers(); i++) {
        ids.add("s-%017d".formatted(wave * 100L + i));
      }
      return ids;
    }
  }
}
