package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar over all servers of the plan, above it the lines of what has changed. */
final class BarProgress implements Progress {

  private final PlainProgress lines;
  private @Nullable ProgressBar bar;

  BarProgress(PlainProgress lines) {
    this.lines = lines;
  }

  @Override
  public void show(JsonNode document, Instant now) {
    int launched = 0;
    int servers = 0;
    for (var wave : document.path("waves")) {
      servers += wave.path("serverIds").size();
      for (var server : wave.path("serverStatuses")) {
        launched += server.path("launchStatus").asText().equals("LAUNCHED") ? 1 : 0;
      }
    }
    current(servers)
        .stepTo(launched)
        .setExtraMessage(
            " %s, wave %d/%d"
                .formatted(
                    PlainProgress.status(document),
                    Math.max(1, document.path("currentWave").asInt()),
                    document.path("totalWaves").asInt()));
  }

  private ProgressBar current(int servers) {
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Servers launched")
              .setInitialMax(servers)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .build();
    }
    return bar;
  }

  @Override
  public void interrupt() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void end(JsonNode document, Instant now) {
    interrupt();
    lines.end(document, now);
  }
}
