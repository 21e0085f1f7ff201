package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators of a Choice. */
final class ChoosingTest {
  private static final String INPUT =
      "{'n':3,'m':3.0,'o':4,'s':'abc','t':'abc','u':'b','b':true,'c':true,'d':false,'x':null}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Variable':'$.s','StringEquals':'abc'|true",
        "'Variable':'$.s','StringEquals':'abd'|false",
        "'Variable':'$.n','StringEquals':'3'|false",
        "'Variable':'$.s','StringEqualsPath':'$.t'|true",
        "'Variable':'$.s','StringEqualsPath':'$.u'|false",
        "'Variable':'$.s','StringEqualsPath':'$.n'|false",
        "'Variable':'$.s','StringLessThan':'b'|true",
        "'Variable':'$.s','StringLessThanPath':'$.t'|false",
        "'Variable':'$.s','StringLessThanEqualsPath':'$.t'|true",
        "'Variable':'$.u','StringGreaterThan':'abc'|true",
        "'Variable':'$.s','StringGreaterThanEquals':'abc'|true",
        "'Variable':'$.s','StringMatches':'a*c'|true",
        "'Variable':'$.s','StringMatches':'*'|true",
        "'Variable':'$.s','StringMatches':'a.c'|false",
        "'Variable':'$.s','StringMatches':'b*'|false",
        "'Variable':'$.s','StringMatches':'a\\\\*'|false",
        "'Variable':'$.n','NumericEquals':3|true",
        "'Variable':'$.n','NumericEqualsPath':'$.m'|true",
        "'Variable':'$.n','NumericEqualsPath':'$.o'|false",
        "'Variable':'$.s','NumericEquals':3|false",
        "'Variable':'$.n','NumericLessThan':3|false",
        "'Variable':'$.n','NumericLessThanEquals':3|true",
        "'Variable':'$.n','NumericLessThanPath':'$.o'|true",
        "'Variable':'$.n','NumericGreaterThan':2.5|true",
        "'Variable':'$.n','NumericGreaterThanEqualsPath':'$.o'|false",
        "'Variable':'$.b','BooleanEquals':true|true",
        "'Variable':'$.b','BooleanEqualsPath':'$.d'|false",
        "'Variable':'$.b','BooleanEqualsPath':'$.c'|true",
        "'Variable':'$.x','BooleanEquals':false|false",
        "'Variable':'$.y','IsPresent':true|false",
        "'Variable':'$.y','IsPresent':false|true",
        "'Variable':'$.x','IsPresent':true|true",
        "'Variable':'$.x','IsNull':true|true",
        "'Variable':'$.s','IsNull':false|true",
        "'Variable':'$.s','IsString':true|true",
        "'Variable':'$.n','IsString':true|false",
        "'Variable':'$.m','IsNumeric':true|true",
        "'Variable':'$.s','IsNumeric':false|true",
        "'Variable':'$.b','IsBoolean':true|true",
        "'Variable':'$$.State.Name','StringEquals':'A'|true",
        "'Not':{'Variable':'$.n','NumericEquals':4}|true",
        "'And':[{'Variable':'$.n','NumericEquals':3},{'Variable':'$.b','BooleanEquals':false}]|false",
        "'Or':[{'Variable':'$.n','NumericEquals':4},{'Variable':'$.b','BooleanEquals':true}]|true",
        "'And':[{'Variable':'$.y','IsPresent':true},{'Variable':'$.y','IsNull':true}]|false",
        "'Or':[{'Variable':'$.y','IsPresent':false},{'Variable':'$.y','IsNull':true}]|true",
        "'Not':{'Or':[{'And':[{'Variable':'$.b','BooleanEquals':true}]}]}|false",
      })
  void a_rule_holds_or_not(String rule, boolean holds) {
    var laboratory =
        Laboratory.with(
            "'A':{'Type':'Choice','Default':'No','Choices':[{"
                + rule
                + ",'Next':'Yes'}]},'Yes':{'Type':'Pass','Result':true,'End':true},"
                + "'No':{'Type':'Pass','Result':false,'End':true}");

    assertThat(laboratory.run(INPUT).output()).hasValue(String.valueOf(holds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Variable':'$.y','IsNull':true",
        "'Variable':'$.y','StringMatches':'*'",
        "'Variable':'$.n','NumericEqualsPath':'$.y'",
      })
  void a_rule_about_nothing_fails_the_execution(String rule) {
    var laboratory =
        Laboratory.with(
            "'A':{'Type':'Choice','Default':'B','Choices':[{"
                + rule
                + ",'Next':'B'}]},'B':{'Type':'Succeed'}");

    assertThat(laboratory.run(INPUT).error()).hasValue("States.Runtime");
  }
}
