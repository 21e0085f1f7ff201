package io.drsorchestrator.adapter.out.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/** An entry of the log as one line of JSON: its context and its fields stand beside the message. */
public final class JsonLineEncoder extends EncoderBase<ILoggingEvent> {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final byte[] NOTHING = {};

  @Override
  public byte[] encode(ILoggingEvent entry) {
    var line = new ByteArrayOutputStream(512);
    try (var json = MAPPER.getFactory().createGenerator(line, JsonEncoding.UTF8)) {
      json.writeStartObject();
      write(entry, json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toByteArray();
  }

  private static void write(ILoggingEvent entry, JsonGenerator json) throws IOException {
    json.writeStringField("timestamp", entry.getInstant().toString());
    json.writeStringField("level", entry.getLevel().toString());
    json.writeStringField("logger", entry.getLoggerName());
    json.writeStringField("message", entry.getFormattedMessage());
    var fields = Option.of(entry.getKeyValuePairs()).getOrElse(List::of);
    for (var context : entry.getMDCPropertyMap().entrySet()) {
      if (fields.stream().noneMatch(field -> field.key.equals(context.getKey()))) {
        json.writeStringField(context.getKey(), context.getValue());
      }
    }
    for (var field : fields) {
      write(field, json);
    }
    if (entry.getThrowableProxy() != null) {
      json.writeStringField("fault", ThrowableProxyUtil.asString(entry.getThrowableProxy()));
    }
  }

  private static void write(KeyValuePair field, JsonGenerator json) throws IOException {
    json.writeFieldName(field.key);
    if (field.value instanceof JsonNode value) {
      json.writeTree(value);
    } else {
      json.writeString(String.valueOf(field.value));
    }
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
