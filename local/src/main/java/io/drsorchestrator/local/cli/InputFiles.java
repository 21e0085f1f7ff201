package io.drsorchestrator.local.cli;

import io.drsorchestrator.local.aws.input.InvalidInputException;
import io.drsorchestrator.local.aws.scenario.Scenario;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import io.drsorchestrator.local.log.LogFile;
import io.drsorchestrator.local.plan.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Files that a user names; what is wrong with one is told in one line. */
final class InputFiles {

  private static final String DEFAULT_SAMPLE = "/samples/three-tiers.json";

  private final CommandLine commandLine;

  InputFiles(CommandLine commandLine) {
    this.commandLine = commandLine;
  }

  PlanFile plan(@Nullable Path file) {
    return file == null ? PlanFile.parse(defaultSample()) : parse(file, PlanFile::parse);
  }

  Scenario scenario(Path file) {
    return parse(file, ScenarioReader::parse);
  }

  /** The log file, if one was asked for. */
  @Nullable LogFile log(@Nullable Path file) {
    try {
      return file == null ? null : LogFile.open(file);
    } catch (IOException e) {
      throw new ParameterException(commandLine, file + " cannot be written");
    }
  }

  private <T> T parse(Path file, Function<String, T> parser) {
    try {
      return parser.apply(Files.readString(file));
    } catch (InvalidInputException e) {
      throw new ParameterException(commandLine, file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new ParameterException(commandLine, file + " cannot be read");
    }
  }

  private static String defaultSample() {
    try (var stream = InputFiles.class.getResourceAsStream(DEFAULT_SAMPLE)) {
      if (stream == null) {
        throw new IllegalStateException(DEFAULT_SAMPLE + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
