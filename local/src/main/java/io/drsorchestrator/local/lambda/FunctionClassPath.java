package io.drsorchestrator.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the processes of the function are made of. If {@code execution-handler.jar} lies beside the
 * jar that runs here, it is that, as it is deployed, with the runtime interface client and nothing
 * else; if not, everything that this process has.
 */
final class FunctionClassPath {

  private static final String DEPLOYED = "execution-handler.jar";
  private static final String OWN = System.getProperty("java.class.path");

  private FunctionClassPath() {}

  static String find() {
    var deployed = new File(OWN).toPath().toAbsolutePath().resolveSibling(DEPLOYED);
    return OWN.contains(File.pathSeparator) || !Files.exists(deployed) ? OWN : of(deployed);
  }

  /** The clock of a local run is no part of what is deployed, and comes last. */
  private static String of(Path deployed) {
    return String.join(
        File.pathSeparator, jars(deployed), alone(ScaledExecutionHandler.class).toString());
  }

  /** The jar of the function, and those that Lambda has itself. */
  static String jars(Path deployed) {
    return Stream.of(
            deployed, jarOf(AWSLambda.class), jarOf(PojoSerializer.class), jarOf(Context.class))
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jarOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** A directory with one class, without all that lies around it. */
  private static Path alone(Class<?> type) {
    var name = type.getName().replace('.', '/') + ".class";
    try (var content = Objects.requireNonNull(type.getResourceAsStream("/" + name), name)) {
      var directory = Files.createTempDirectory("drs-local-clock");
      var file = directory.resolve(name);
      Files.createDirectories(directory.resolve(name).resolve("..").normalize());
      Files.write(file, content.readAllBytes());
      deleteAtExit(directory, file);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JVM deletes in the reverse order of this. */
  private static void deleteAtExit(Path directory, Path file) {
    directory.toFile().deleteOnExit();
    var path = directory;
    for (var name : directory.relativize(file)) {
      path = path.resolve(name);
      path.toFile().deleteOnExit();
    }
  }
}
