package io.drsorchestrator.local.asl;

import java.util.Optional;

/** Reads the fields that say which data a state takes and gives. */
final class FlowParser {
  private final Fields fields;
  private final PathParser paths;

  FlowParser(Fields fields, PathParser paths) {
    this.fields = fields;
    this.paths = paths;
  }

  DataFlow parse() {
    return new DataFlow(
        selection("InputPath"),
        template("Parameters"),
        template("ResultSelector"),
        resultPath(fields),
        selection("OutputPath"));
  }

  ResultPath resultPath(Fields owner) {
    if (owner.isNull("ResultPath")) {
      return ResultPath.DISCARD;
    }
    var path = owner.findText("ResultPath").orElse("$");
    paths.checkResult(path, "ResultPath");
    return ResultPath.at(path);
  }

  private Selection selection(String field) {
    if (fields.isNull(field)) {
      return new Selection(Optional.empty());
    }
    var text = fields.findText(field).orElse("$");
    return new Selection(Optional.of(paths.value(text, field)));
  }

  private Optional<Template> template(String field) {
    return fields.findJson(field).map(new TemplateParser(paths)::parse);
  }
}
