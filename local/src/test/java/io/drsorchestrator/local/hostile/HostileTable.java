package io.drsorchestrator.local.hostile;

import static io.drsorchestrator.local.hostile.Hostile.FORGED;
import static io.drsorchestrator.local.hostile.Hostile.json;
import static io.drsorchestrator.local.hostile.Hostile.on;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.OpenApiContract;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hostile requests, a line each, for every documented route that they fit. */
final class HostileTable {

  private static final OpenApiContract CONTRACT = new OpenApiContract();
  private static final List<String> ROUTES = CONTRACT.routes().toJavaList();
  private static final List<String> STARTS =
      List.of("POST /executions", "POST /recovery-plans/{id}/execute");
  private static final String PREFLIGHT = "POST /recovery-plans/{id}/preflight";
  private static final List<String> COMMANDS =
      List.of(
          "POST /executions/{id}/cancel",
          "POST /executions/{id}/pause",
          "POST /executions/{id}/resume",
          "POST /executions/{id}/terminate-instances");

  /** As a path of HTTP carries them, and as nothing does. */
  private static final List<String> IDS =
      List.of(
          "''",
          "'  '",
          "'..'",
          "'../../etc/passwd'",
          "'%2e%2e'",
          "'%2e%2e%2fdelete'",
          "'%252e%252e'",
          "'%'",
          "'%zz'",
          "'%00'",
          "'%0d%0aSet-Cookie:x=1'",
          "'%ff%fe'",
          "'a\\u0000b'",
          "'a\\n" + FORGED + "'",
          "'a\\r\\nSet-Cookie: x=1'",
          "'\\u001b[31mred'",
          "'\\ud83d\\ude80'",
          "'\\ud83d'",
          "'\\u202egnp.exe'",
          "'\\u2028x'",
          "'\\uff0e\\uff0e'",
          "'" + "x".repeat(81) + "'",
          "'" + "x".repeat(5_000) + "'",
          "'" + Targets.LOCK + "'",
          "'arn:aws:states:us-east-1:111122223333:execution:drs:" + Targets.LOCK + "'",
          "'arn:aws:iam::111122223333:role/admin'",
          "'x:y:" + Targets.PAUSED + "'",
          "'arn:aws:states:*:111122223333:execution:drs:" + Targets.PAUSED + "'",
          "'" + Targets.PAUSED + "/cancel'",
          "'" + Targets.PAUSED + " '",
          "'#s = :x OR attribute_exists(executionId)'",
          "':id'",
          "'\\u0027 OR 1=1 --'",
          "'${jndi:ldap://127.0.0.1/x}'",
          "'{{7*7}}'",
          "'<script>alert(1)</script>'",
          "'99999999-6f7b-4b62-9d6a-6f6f1b3c8a10'",
          "null",
          "7",
          "-0.5e10",
          "true",
          "[]",
          "['" + Targets.PAUSED + "']",
          "{}",
          "{'$ne':null}",
          "{'S':'" + Targets.PAUSED + "'}");

  private static final List<String> BODIES =
      List.of(
          "{",
          "not json",
          "<xml/>",
          "null",
          "[]",
          "7",
          "\"text\"",
          "{} {}",
          "{\"reason\":\"a\",\"reason\":\"b\"}",
          "{\"x\":NaN}",
          "{'x':1}",
          "{\"x\":" + "9".repeat(2_000) + "}",
          "{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}",
          "[".repeat(60_000),
          "{\"x\":\"a\nb\"}",
          "{\"x\":\"\\ud83\"}",
          "\ufeff{}",
          "{\"__proto__\":{}" + ",\"x\":1".repeat(2) + "}");

  private static final List<String> WRONG_TEXTS =
      List.of(
          "7",
          "true",
          "[]",
          "{}",
          "['x']",
          "{'S':'x'}",
          "'\\u0000'",
          "'\\u001b[2J\\u001b[31m'",
          "'\\ud800'",
          "'" + "x".repeat(1_001) + "'");

  private HostileTable() {}

  static Stream<Hostile> all() {
    return Stream.of(
            ids(),
            bodies(),
            large(),
            starts(),
            reasons(),
            deletions(),
            queries(),
            callers(),
            ways())
        .flatMap(lines -> lines);
  }

  private static Stream<Hostile> ids() {
    return ROUTES.stream()
        .filter(route -> route.contains("{id}"))
        .flatMap(
            route ->
                IDS.stream()
                    .map(
                        id ->
                            on(route)
                                .id(id)
                                .body(
                                    STARTS.contains(route) || route.equals(PREFLIGHT)
                                        ? start("{}")
                                        : "{}")
                                .named("id " + shown(id))
                                .answered(400, 404)));
  }

  private static Stream<Hostile> bodies() {
    return ROUTES.stream()
        .flatMap(
            route ->
                BODIES.stream().map(body -> on(route).body(body).named("body " + shown(body))));
  }

  private static Stream<Hostile> large() {
    return ROUTES.stream()
        .flatMap(
            route ->
                Stream.of(
                    on(route)
                        .body("{\"reason\":\"" + "x".repeat(70_000) + "\"}")
                        .named("a large body")
                        .answered(413),
                    encoded(on(route).body("A".repeat(100_000))).named("base64").answered(413),
                    encoded(on(route).body("[e30]")).named("no base64"),
                    encoded(on(route).body("eyJ4Ijoi6SJ9")).named("base64 of Latin-1")));
  }

  private static Hostile encoded(Hostile hostile) {
    hostile.event().put("isBase64Encoded", true);
    return hostile;
  }

  private static String start(String fields) {
    var body =
        (ObjectNode)
            json(
                "{'planId':'"
                    + Targets.PLAN
                    + "','executionType':'DRILL','initiatedBy':'mallory'}");
    body.setAll((ObjectNode) json(fields));
    return body.toString();
  }

  private static Stream<Hostile> starts() {
    var ids = IDS.stream().map(id -> "{'planId':" + id + "}");
    var types =
        Stream.of(
                "''",
                "'TEST'",
                "'\\u202eLLIRD'",
                "'DRILL '",
                "'drill\\u0000'",
                "7",
                "['DRILL']",
                "{}",
                "null")
            .map(type -> "{'executionType':" + type + "}");
    var people =
        Stream.concat(WRONG_TEXTS.stream(), Stream.of("''", "' '", "null"))
            .map(name -> "{'initiatedBy':" + name + "}");
    var accounts =
        Stream.of(
                "7",
                "'111122223333'",
                "[]",
                "{}",
                "{'accountId':7}",
                "{'accountId':'1'}",
                "{'accountId':'111122223333:role/admin'}",
                "{'accountId':'111122223333','assumeRoleName':'../admin'}",
                "{'accountId':'111122223333','assumeRoleName':'a:b'}",
                "{'accountId':'111122223333','externalId':'a b'}",
                "{'accountId':'111122223333','isCurrentAccount':'yes'}")
            .map(account -> "{'accountContext':" + account + "}");
    return Stream.concat(
        ids.map(fields -> startOf(STARTS.get(0), fields).answered(400, 404)),
        Stream.of(types, people, accounts)
            .flatMap(all -> all)
            .flatMap(
                fields ->
                    Stream.concat(STARTS.stream(), preflight(fields))
                        .map(route -> startOf(route, fields))));
  }

  /** It needs nobody's name, so that none, or a blank one, is no harm. */
  private static Stream<String> preflight(String fields) {
    return Set.of("{'initiatedBy':''}", "{'initiatedBy':' '}", "{'initiatedBy':null}")
            .contains(fields)
        ? Stream.empty()
        : Stream.of(PREFLIGHT);
  }

  private static Hostile startOf(String route, String fields) {
    return on(route).body(start(fields)).named(shown(fields));
  }

  private static Stream<Hostile> reasons() {
    return COMMANDS.stream()
        .flatMap(
            route ->
                WRONG_TEXTS.stream()
                    .map(
                        reason ->
                            on(route)
                                .idText(
                                    route.contains("terminate")
                                        ? Targets.COMPLETED
                                        : Targets.PAUSED)
                                .body("{\"reason\":" + reason.replace('\'', '"') + "}")
                                .named("reason " + shown(reason))));
  }

  private static Stream<Hostile> deletions() {
    var many = IntStream.range(0, 1_001).mapToObj(i -> "'a" + i + "'").toList().toString();
    return Stream.of(
            "7",
            "'" + Targets.COMPLETED + "'",
            "{}",
            "[]",
            "null",
            "['']",
            "[7]",
            "[null]",
            "[['" + Targets.COMPLETED + "']]",
            "[{'S':'" + Targets.COMPLETED + "'}]",
            "['" + Targets.COMPLETED + "','../x']",
            "['" + Targets.COMPLETED + "','#s = :x OR']",
            "['" + Targets.COMPLETED + "\\u0000']",
            many)
        .map(
            ids ->
                on("POST /executions/delete")
                    .body("{\"executionIds\":" + json(ids) + "}")
                    .named("executionIds " + shown(ids)));
  }

  private static Stream<Hostile> queries() {
    return Stream.concat(
        ROUTES.stream().flatMap(HostileTable::anyQuery),
        Stream.of(
                with("GET /executions", "limit", "0", "-1", "1e3", "x", "NaN", "9".repeat(40)),
                with(
                    "GET /executions",
                    "nextToken",
                    "x",
                    "null",
                    "{}",
                    "{\"executionId\":{\"S\":\"" + Targets.PAUSED + "\"}}",
                    "{\"executionId\":{\"S\":\"" + Targets.LOCK + "\"},\"planId\":{\"S\":\"x\"}}",
                    "eyJleGVjdXRpb25JZCI6IngifQ==",
                    "../../x",
                    "AAAA".repeat(1_000)),
                with(
                    "DELETE /executions",
                    "ids",
                    "",
                    " ",
                    ",",
                    " , ,",
                    "../x",
                    Targets.COMPLETED + " OR 1=1",
                    Targets.COMPLETED + ",#s = :x OR"),
                with("DELETE /executions", "id", Targets.COMPLETED),
                with("DELETE /executions", "status", "COMPLETED"),
                with(
                    "GET /executions/{id}/termination-status",
                    "jobIds",
                    "",
                    ",",
                    "x",
                    "drsjob-",
                    "drsjob-../../../../../../",
                    "'; --"),
                with(
                    "GET /executions/{id}/report",
                    "targetMinutes",
                    "0",
                    "-1",
                    "1e9",
                    "99999999999999999999",
                    "10; DROP"),
                with(
                    "GET /executions/{id}/job-logs",
                    "jobId",
                    "x",
                    "drsjob-../../x",
                    "drsjob-0123456789abcdef0 OR"),
                Stream.of("evil.example", "us-east-1.evil.example/#", "127.0.0.1:80", "us east 1")
                    .map(
                        region ->
                            on("GET /executions/{id}/termination-status")
                                .query("jobIds", "drsjob-0123456789abcdef9")
                                .and("region", region)
                                .named("region " + region)))
            .flatMap(lines -> lines));
  }

  private static Stream<Hostile> with(String route, String parameter, String... values) {
    return Stream.of(values)
        .map(value -> on(route).query(parameter, value).named(parameter + " " + shown(value)));
  }

  /** Whatever a parameter means, and even if it means nothing. */
  private static Stream<Hostile> anyQuery(String route) {
    var parts = route.split(" ", 2);
    var names = CONTRACT.queryParameters(parts[0], parts[1]);
    return Stream.concat(names.stream(), Stream.of("_t"))
        .flatMap(
            name ->
                Stream.of(
                        "7",
                        "['x']",
                        "{}",
                        "true",
                        "'a\\u0000'",
                        "'\\n" + FORGED + "'",
                        "'\\u001b[2J'",
                        "'\\udc00'",
                        "'" + "x".repeat(8_193) + "'")
                    .map(
                        value -> {
                          var row = on(route).query(name, json(value));
                          return row.named(name + " " + shown(value));
                        }))
        // A line break is what people write; where nothing reads the parameter, it is no harm.
        .filter(row -> !row.name().contains("_t '\\n") && !row.name().contains("accountId '\\n"));
  }

  private static Stream<Hostile> callers() {
    return ROUTES.stream()
        .filter(route -> !route.startsWith("GET "))
        .flatMap(
            route ->
                Stream.of(
                        "null",
                        "{}",
                        "{'cognito:groups':'DRSReadOnly'}",
                        "{'cognito:groups':'DRSReadOnly,DRSOrchestrationAdmin '}",
                        "{'cognito:groups':'xDRSOrchestrationAdminx'}",
                        "{'cognito:groups':['DRSAuditor']}",
                        "{'email':'a\\n" + FORGED + "','cognito:groups':'\\u001b[2J'}")
                    .map(
                        claims ->
                            on(route)
                                .by(claims)
                                .body(
                                    STARTS.contains(route) || route.equals(PREFLIGHT)
                                        ? start("{}")
                                        : "{}")
                                .named("claims " + shown(claims))
                                .answered(403)));
  }

  private static Stream<Hostile> ways() {
    return Stream.of(
            "get /executions",
            "TRACE /executions",
            "HEAD /executions/{id}",
            "GET /executions/{id}/realtime",
            "GET /executions/completed",
            "GET /executions/{id}/../../recovery-plans",
            "GET /EXECUTIONS",
            "GET ",
            "PUT /executions/{id}\n" + FORGED,
            "GET\u0000 /executions",
            "DELETE /executions/{id}",
            "GET /{proxy+}",
            "GET /" + "x".repeat(100_000))
        .map(route -> on(route).answered(404))
        .map(row -> new Hostile("way " + shown(row.name()), row.event(), row.statuses()));
  }

  private static String shown(String text) {
    var line = text.replace("\n", "\\n").replace("\u0000", "\\0").replace("\ufeff", "BOM");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
