package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.DisallowUnknownKeywordFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code cfn/openapi.yaml} and its schemas, by the dialect of OpenAPI 3.0.
 *
 * @param schemas those compiled so far, by their pointer in the document
 */
record OpenApiFile(JsonNode document, JsonSchemaFactory factory, Map<String, JsonSchema> schemas) {

  private static final String IRI = "https://drsorchestrator.example/openapi.json";

  static OpenApiFile read() {
    try (var stream = OpenApiFile.class.getResourceAsStream("/cfn/openapi.yaml")) {
      var document = new YAMLMapper().readTree(Objects.requireNonNull(stream, "openapi.yaml"));
      return new OpenApiFile(document, factory(document), new ConcurrentHashMap<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beyond the schemas of the document, a keyword that nobody knows is a slip of the pen. */
  private static JsonMetaSchema dialect(JsonNode document) {
    return JsonMetaSchema.builder(OpenApi30.getInstance())
        .keywords(
            Vector.ofAll(document.properties())
                .<Keyword>map(property -> new NonValidationKeyword(property.getKey()))
                .asJava())
        .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
        .build();
  }

  private static JsonSchemaFactory factory(JsonNode document) {
    var dialect = dialect(document);
    return JsonSchemaFactory.getInstance(
        VersionFlag.V4,
        builder ->
            builder
                .metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .schemaLoaders(loaders -> loaders.schemas(Map.of(IRI, document.toString()))));
  }

  JsonNode operation(String method, String resource) {
    return document.path("paths").path(resource).path(method.toLowerCase(Locale.ROOT));
  }

  /** What the file says against an answer to a documented route. */
  Vector<String> problems(String method, String resource, int status, JsonNode body) {
    var pointer =
        "/paths/%s/%s/responses/%d"
            .formatted(escaped(resource), method.toLowerCase(Locale.ROOT), status);
    var response = document.at(pointer);
    if (response.isMissingNode()) {
      return Vector.of("The status %d is not documented".formatted(status));
    }
    var base = response.has("$ref") ? response.path("$ref").asText().substring(1) : pointer;
    var schema = base + "/content/application~1json/schema";
    return Vector.ofAll(schemas.computeIfAbsent(schema, this::compiled).validate(body))
        .map(ValidationMessage::getMessage);
  }

  private static String escaped(String resource) {
    return resource.replace("/", "~1");
  }

  /** Compiles every schema with a name. */
  void compile() {
    document
        .at("/components/schemas")
        .fieldNames()
        .forEachRemaining(name -> compiled("/components/schemas/" + name).initializeValidators());
  }

  private JsonSchema compiled(String pointer) {
    if (document.at(pointer).isMissingNode()) {
      throw new AssertionError("openapi.yaml has nothing at " + pointer);
    }
    var root = SchemaLocation.of(IRI + "#");
    var location =
        Vector.of(pointer.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/"))
            .foldLeft(root, SchemaLocation::append);
    return factory.getSchema(location);
  }
}
