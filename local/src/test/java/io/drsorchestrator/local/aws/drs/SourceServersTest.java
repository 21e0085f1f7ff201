package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.Servers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.input.InvalidInputException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceServersTest {

  @Test
  void id_and_name_are_enough() {
    SourceServer server = parse("'name':'db01'");

    assertThat(server.location()).isEqualTo(new AwsLocation("111122223333", "us-east-1"));
    assertThat(server.name()).isEqualTo("db01");
    assertThat(server.tags()).containsOnly(Map.entry("Name", "db01"));
    assertThat(server.replicationState()).isEqualTo(ReplicationState.CONTINUOUS);
    assertThat(server.identity().hostname()).isEqualTo("db01");
  }

  @Test
  void everything_can_be_said() {
    SourceServer server =
        parse(
            "'name':'db01','tags':{'tier':'db'},'hostname':'h','fqdn':'h.example.com',"
                + "'ipAddress':'10.9.8.7','awsInstanceId':'i-0123456789abcdef0',"
                + "'region':'eu-west-1','accountId':'444455556666',"
                + "'replicationState':'STALLED','lagDuration':'PT5M',"
                + "'instanceType':'r5.xlarge','cpus':4,'ramBytes':34359738368,'os':'Windows'");

    assertThat(server.location()).isEqualTo(new AwsLocation("444455556666", "eu-west-1"));
    assertThat(server.identity().fqdn()).isEqualTo("h.example.com");
    assertThat(server.identity().awsInstanceId()).contains("i-0123456789abcdef0");
    assertThat(server.machine())
        .isEqualTo(new SourceServer.Machine("r5.xlarge", 4, 34359738368L, "Windows"));
    assertThat(server.replicationState()).isEqualTo(ReplicationState.STALLED);
    assertThat(server.lag()).isEqualTo(Duration.ofMinutes(5));
    assertThat(server.tags()).containsEntry("tier", "db").containsEntry("Name", "db01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'name':''                        | name             | not blank",
        "'name':7                         | name             | text",
        "'nme':'x'                        | name             | text",
        "'name':'x','nme':'y'             | nme              | replicationState",
        "'name':'x','region':'mars'       | region           | us-east-1",
        "'name':'x','accountId':'12'      | accountId        | 12 digits",
        "'name':'x','replicationState':'OK' | replicationState | CONTINUOUS",
        "'name':'x','lagDuration':'5m'    | lagDuration      | PT5M",
        "'name':'x','cpus':0              | cpus             | 1 to 1024",
        "'name':'x','cpus':1.5            | cpus             | whole number",
        "'name':'x','tags':{'a':1}        | tags.a           | text",
        "'name':'x','tags':[]             | tags             | object",
        "'name':'x','awsInstanceId':'x'   | awsInstanceId    | i-"
      })
  void a_mistake_is_told_by_field_value_and_what_is_allowed(
      String fields, String field, String allowed) {
    var mistake = catchThrowableOfType(InvalidInputException.class, () -> parse(fields));

    assertThat(mistake.field()).isEqualTo("sourceServers[0]." + field);
    assertThat(mistake.allowed()).contains(allowed);
    assertThat(mistake)
        .hasMessage(mistake.field() + " is " + mistake.value() + ", allowed: " + mistake.allowed());
  }

  @Test
  void an_id_must_be_well_formed_and_used_once() {
    String server = "{'sourceServerId':'" + id(1) + "','name':'x'}";

    assertThat(mistakeIn("[{'sourceServerId':'s-1','name':'x'}]")).hasMessageContaining("\"s-1\"");
    assertThat(mistakeIn("[{'name':'x'}]")).hasMessageContaining("absent");
    assertThat(mistakeIn("[" + server + "," + server + "]").field())
        .isEqualTo("sourceServers[1].sourceServerId");
  }

  @Test
  void what_is_not_a_json_list_is_refused_with_its_line() {
    assertThat(mistakeIn("[\n{")).hasMessageContaining("line 2");
    assertThat(mistakeIn("{}").allowed()).isEqualTo("a list of objects");
    assertThat(mistakeIn("[] []")).hasMessageContaining("valid JSON");
    assertThat(mistakeIn("")).hasMessageContaining("list of objects");
  }

  private static SourceServer parse(String fields) {
    return Servers.parse("[{'sourceServerId':'" + id(1) + "'," + fields + "}]").get(0);
  }

  private static InvalidInputException mistakeIn(String json) {
    return catchThrowableOfType(InvalidInputException.class, () -> Servers.parse(json));
  }
}
