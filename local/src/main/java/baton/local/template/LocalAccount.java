package baton.local.template;

import java.net.URI;

/// Stands in for the AWS account and region: what the template's pseudo parameters and ARNs are made of.
public record LocalAccount(String region, String id, String stack, URI queues) {

  /// The account every local run uses, with queues answering at the given address.
  public static LocalAccount at(URI queues) {
    return new LocalAccount("us-east-1", "000000000000", "baton-local", queues);
  }

  /// The ARN of something of a service, for instance `sns`, `my-topic`.
  public String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, id, resource);
  }

  /// The address of a queue.
  public String queueUrl(String name) {
    return queues + "/" + id + "/" + name;
  }
}
