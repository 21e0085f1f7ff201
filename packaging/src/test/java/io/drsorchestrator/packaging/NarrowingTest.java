package io.drsorchestrator.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a client with three operations, one of which is called. */
class NarrowingTest {

  private static final String TOY = "software/amazon/awssdk/services/toy/";

  private static final Map<String, String> SOURCES =
      Map.of(
          TOY + "ToyClient.java",
          """
          package software.amazon.awssdk.services.toy;
          import software.amazon.awssdk.services.toy.model.*;
          public interface ToyClient {
            default FoundResponse find(FindRequest request) { throw new UnsupportedOperationException(); }
            default FoundResponse find(java.util.function.Consumer<FindRequest.Builder> request) {
              var builder = new FindRequest.Builder();
              request.accept(builder);
              return find(builder.built);
            }
            default LostResponse lose(LoseRequest request) { throw new UnsupportedOperationException(); }
            default KeptResponse keep() { return new KeptResponse(); }
          }
          """,
          TOY + "DefaultToyClient.java",
          """
          package software.amazon.awssdk.services.toy;
          import software.amazon.awssdk.services.toy.model.*;
          public final class DefaultToyClient implements ToyClient {
            public FoundResponse find(FindRequest request) {
              java.util.function.Supplier<FoundResponse> answer = () -> new FoundResponse(new Inner());
              return answer.get();
            }
            public LostResponse lose(LoseRequest request) { return new LostResponse(); }
            public String serviceName() { return "toy"; }
          }
          """,
          TOY + "model/Models.java",
          """
          package software.amazon.awssdk.services.toy.model;
          class Models {}
          """,
          TOY + "model/FindRequest.java",
          """
          package software.amazon.awssdk.services.toy.model;
          public class FindRequest {
            public static class Builder { public FindRequest built = new FindRequest(); }
          }
          """,
          TOY + "model/FoundResponse.java",
          """
          package software.amazon.awssdk.services.toy.model;
          public record FoundResponse(Inner inner) {}
          """,
          TOY + "model/Inner.java",
          "package software.amazon.awssdk.services.toy.model; public class Inner {}",
          TOY + "model/Others.java",
          """
          package software.amazon.awssdk.services.toy.model;
          class Others {}
          """,
          TOY + "model/LoseRequest.java",
          """
          package software.amazon.awssdk.services.toy.model;
          public class LoseRequest { public static class Builder {} }
          """,
          TOY + "model/LostResponse.java",
          "package software.amazon.awssdk.services.toy.model; public class LostResponse {}",
          TOY + "model/KeptResponse.java",
          "package software.amazon.awssdk.services.toy.model; public class KeptResponse {}");

  private static final String CALLER =
      """
      package ours;
      import software.amazon.awssdk.services.toy.*;
      public class Caller implements java.util.function.Supplier<String> {
        public static final String BY_NAME = "software.amazon.awssdk.services.toy.model.Others";
        public String get() {
          ToyClient client = new DefaultToyClient();
          return client.find(builder -> {}).inner().getClass().getSimpleName() + BY_NAME.length();
        }
      }
      """;

  @TempDir private Path work = Path.of("");
  private JarContent whole = new JarContent(Map.of());
  private JarContent narrow = new JarContent(Map.of());

  @BeforeEach
  void narrow() throws IOException {
    var sources = new LinkedHashMap<>(SOURCES);
    sources.put("ours/Caller.java", CALLER);
    whole = Compiled.of(work, sources);
    narrow = new Narrowing(whole).narrowed();
  }

  @Test
  void keeps_what_an_operation_that_is_called_needs() throws Exception {
    assertThat(answer(narrow)).isEqualTo("Inner48").isEqualTo(answer(whole));
  }

  @Test
  void leaves_out_operations_that_nobody_calls_and_their_models() {
    assertThat(narrow.entries().keySet())
        .contains(TOY + "model/FindRequest$Builder.class", TOY + "model/Inner.class")
        .doesNotContain(
            TOY + "model/LoseRequest.class",
            TOY + "model/LoseRequest$Builder.class",
            TOY + "model/LostResponse.class",
            TOY + "model/KeptResponse.class",
            TOY + "model/Models.class");
    assertThatThrownBy(() -> loaded(narrow, "ToyClient").getMethod("keep"))
        .isInstanceOf(NoSuchMethodException.class);
  }

  @Test
  void keeps_methods_of_a_client_that_are_not_operations() throws Exception {
    assertThat(loaded(narrow, "DefaultToyClient").getMethod("serviceName")).isNotNull();
  }

  @Test
  void keeps_a_class_that_is_loaded_by_a_name_in_a_text() {
    assertThat(narrow.entries()).containsKey(TOY + "model/Others.class");
  }

  @Test
  void keeps_a_class_that_a_file_of_services_names() {
    var entries = new LinkedHashMap<>(whole.entries());
    entries.put(
        "META-INF/services/any",
        "software.amazon.awssdk.services.toy.model.Models\n".getBytes(StandardCharsets.UTF_8));

    assertThat(new Narrowing(new JarContent(entries)).narrowed().entries())
        .containsKey(TOY + "model/Models.class");
  }

  @Test
  void writes_the_same_jar_each_time() throws IOException {
    narrow.write(work.resolve("one.jar"));
    JarContent.read(work.resolve("one.jar")).write(work.resolve("other.jar"));

    assertThat(work.resolve("other.jar")).hasSameBinaryContentAs(work.resolve("one.jar"));
  }

  private static Object answer(JarContent jar) throws ReflectiveOperationException {
    var caller = new Loader(jar).loadClass("ours.Caller").getConstructor().newInstance();
    return ((java.util.function.Supplier<?>) caller).get();
  }

  private static Class<?> loaded(JarContent jar, String name) throws ClassNotFoundException {
    return new Loader(jar).loadClass((TOY + name).replace('/', '.'));
  }

  /** Knows the classes of the jar and those of the JDK. */
  private static final class Loader extends ClassLoader {

    private final JarContent jar;

    Loader(JarContent jar) {
      super(ClassLoader.getPlatformClassLoader());
      this.jar = jar;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte @Nullable [] content = jar.entries().get(name.replace('.', '/') + ".class");
      if (content == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, content, 0, content.length);
    }
  }
}
