package io.drsorchestrator.local.statemachines;

/** A decision of the handler, as JSON: of three waves unless said otherwise. */
record Step(String status, String next, int wave, int seconds, int completedWaves, int reReads) {

  static Step runWave(int wave) {
    return new Step("POLLING", "RUN_WAVE", wave, 1, wave, 0);
  }

  static Step startWave(int wave, int waitSeconds) {
    return new Step("POLLING", "START_WAVE", wave, waitSeconds, wave, 0);
  }

  static Step awaitWave(int wave, int waitSeconds) {
    return new Step("POLLING", "AWAIT_WAVE", wave, waitSeconds, wave, 0);
  }

  static Step pause(int wave) {
    return new Step("PAUSED", "PAUSE", wave, 1, wave, 0);
  }

  static Step finalizing() {
    return new Step("POLLING", "FINALIZE", -1, 1, 3, 0);
  }

  static Step fail(int completedWaves) {
    return new Step("POLLING", "FAIL", completedWaves, 1, completedWaves, 0);
  }

  static Step cancel(int completedWaves) {
    return new Step("CANCELLING", "CANCEL", -1, 1, completedWaves, 0);
  }

  static Step done(String status, int completedWaves) {
    return new Step(status, "DONE", -1, 1, completedWaves, 0);
  }

  Step readAgain(int times) {
    return new Step(status, next, wave, seconds, completedWaves, times);
  }

  String json() {
    return """
        {"executionId":"execution-1","planId":"plan-1","status":"%s","next":"%s","waveNumber":%d,\
        "waitSeconds":%d,"completedWaves":%d,"totalWaves":3,"reReads":%d,"waves":[]}"""
        .formatted(status, next, wave, seconds, completedWaves, reReads);
  }
}
