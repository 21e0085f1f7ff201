package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for every wave: how many of its servers are launched, where it stands, what comes next. */
final class BarProgress implements Progress {

  private static final int UPDATE_MILLIS = 200;

  private final PlainProgress lines;
  private final List<ProgressBar> bars = new ArrayList<>();

  BarProgress(PlainProgress lines) {
    this.lines = lines;
  }

  @Override
  public void show(JsonNode document, Instant now) {
    var waves = document.path("waves");
    if (bars.isEmpty()) {
      waves.forEach(wave -> bars.add(bar(wave)));
    }
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i)
          .stepTo(launched(waves.path(i)))
          .setExtraMessage(" " + new WhatNext(document).of(i, now));
    }
  }

  private static ProgressBar bar(JsonNode wave) {
    var name = wave.path("waveName").asText();
    return new ProgressBarBuilder()
        .setTaskName("%2d %-16.16s".formatted(wave.path("waveNumber").asInt() + 1, name))
        .setInitialMax(wave.path("serverIds").size())
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .hideEta()
        .build();
  }

  private static int launched(JsonNode wave) {
    int launched = 0;
    for (var server : wave.path("serverStatuses")) {
      launched += server.path("launchStatus").asText().equals("LAUNCHED") ? 1 : 0;
    }
    return launched;
  }

  @Override
  public void interrupt() {
    bars.forEach(ProgressBar::close);
    bars.clear();
  }

  @Override
  public void end(JsonNode document, Instant now) {
    interrupt();
    lines.end(document, now);
  }
}
