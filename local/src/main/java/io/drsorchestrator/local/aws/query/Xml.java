package io.drsorchestrator.local.aws.query;

import com.fasterxml.jackson.databind.JsonNode;

/** Trees as XML: fields are elements, and a list is a row of {@code item} elements. */
public final class Xml {

  private Xml() {}

  /** A whole document. */
  public static String document(String root, String attributes, JsonNode tree) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append('<').append(root).append(attributes).append('>');
    content(tree, xml);
    return xml.append("</").append(root).append('>').toString();
  }

  private static void element(String name, JsonNode tree, StringBuilder xml) {
    xml.append('<').append(name).append('>');
    content(tree, xml);
    xml.append("</").append(name).append('>');
  }

  private static void content(JsonNode tree, StringBuilder xml) {
    if (tree.isObject()) {
      tree.properties().forEach(field -> element(field.getKey(), field.getValue(), xml));
    } else if (tree.isArray()) {
      tree.forEach(item -> element("item", item, xml));
    } else {
      escape(tree.asText(), xml);
    }
  }

  private static void escape(String text, StringBuilder xml) {
    text.codePoints().filter(Xml::allowed).forEach(c -> escape(c, xml));
  }

  private static void escape(int c, StringBuilder xml) {
    switch (c) {
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '&' -> xml.append("&amp;");
      case '"' -> xml.append("&quot;");
      case '\r' -> xml.append("&#13;");
      default -> xml.appendCodePoint(c);
    }
  }

  /** XML 1.0 cannot carry most control characters, not even escaped. */
  private static boolean allowed(int c) {
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    boolean noncharacter = c == 0xfffe || c == 0xffff;
    boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    return !surrogate && !noncharacter && !control;
  }
}
