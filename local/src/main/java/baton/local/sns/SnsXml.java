package baton.local.sns;

import java.util.UUID;

/// The XML in which SNS answers.
final class SnsXml {

  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private SnsXml() {}

  static String reply(String action, String result) {
    return ("<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult>"
        + "<ResponseMetadata>%4$s</ResponseMetadata></%1$sResponse>")
        .formatted(action, NAMESPACE, result, element("RequestId", UUID.randomUUID().toString()));
  }

  static String error(SnsException e) {
    return "<ErrorResponse xmlns=\"%s\"><Error>%s%s%s</Error>%s</ErrorResponse>"
        .formatted(NAMESPACE, element("Type", "Sender"),
        element("Code", e.code), element("Message", String.valueOf(e.getMessage())),
        element("RequestId", UUID.randomUUID().toString()));
  }

  static String element(String name, String text) {
    return "<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</" + name + ">";
  }

  /// An element around others.
  static String around(String name, String xml) {
    return "<" + name + ">" + xml + "</" + name + ">";
  }
}
