package baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/// What `!Ref` and `!GetAtt` of the template's resources stand for on this machine.
final class LocalNames {

  private final JsonNode resources;
  private final LocalAccount account;
  private final Intrinsics intrinsics;

  LocalNames(JsonNode resources, LocalAccount account, Intrinsics intrinsics) {
    this.resources = resources;
    this.account = account;
    this.intrinsics = intrinsics;
  }

  /// The value of `!Ref name`, where name is a resource or a pseudo parameter.
  String reference(String name) {
    return switch (name) {
      case "AWS::Region" -> account.region();
      case "AWS::AccountId" -> account.id();
      case "AWS::StackName" -> account.stack();
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case String alias when alias.endsWith(".Alias") -> attribute(alias.substring(0, alias.length() - 6), "Alias");
      default -> switch (type(name)) {
        case "AWS::Serverless::Function", "AWS::Serverless::HttpApi" -> name;
        case "AWS::DynamoDB::Table", "AWS::SNS::Topic", "AWS::SQS::Queue" -> identifier(name);
        case String type -> throw new TemplateException("!Ref " + name + ": a " + type + " has no value locally");
      };
    };
  }

  /// The value of `!GetAtt name.attribute`.
  String attribute(String name, String attribute) {
    return switch (type(name) + " " + attribute) {
      case "AWS::Serverless::Function Arn" -> functionArn(name);
      case "AWS::Serverless::Function Alias", "AWS::Serverless::Function Version" -> functionArn(name) + ":live";
      case "AWS::DynamoDB::Table Arn" -> account.arn("dynamodb", "table/" + physicalName(name));
      case "AWS::DynamoDB::Table StreamArn" -> account.arn("dynamodb", "table/" + physicalName(name) + "/stream/local");
      case "AWS::SNS::Topic TopicArn" -> account.arn("sns", physicalName(name));
      case "AWS::SQS::Queue Arn" -> account.arn("sqs", physicalName(name));
      case "AWS::SQS::Queue QueueUrl" -> account.queueUrl(physicalName(name));
      case "AWS::SNS::Topic TopicName", "AWS::SQS::Queue QueueName" -> physicalName(name);
      default -> throw new TemplateException("!GetAtt " + name + "." + attribute + " has no value locally");
    };
  }

  /// The name a table, topic or queue has outside the template.
  String physicalName(String name) {
    var properties = resources.path(name).path("Properties");
    var given = properties.path(nameProperty(type(name)));
    if (!given.isMissingNode()) {
      return intrinsics.text(given);
    }
    return account.stack() + "-" + name + (properties.path("FifoQueue").asBoolean() ? ".fifo" : "");
  }

  private String identifier(String name) {
    return switch (type(name)) {
      case "AWS::SNS::Topic" -> attribute(name, "TopicArn");
      case "AWS::SQS::Queue" -> attribute(name, "QueueUrl");
      default -> physicalName(name);
    };
  }

  private String functionArn(String name) {
    return account.arn("lambda", "function:" + name);
  }

  private String type(String name) {
    var resource = resources.path(name);
    if (resource.isMissingNode()) {
      throw new TemplateException("the template has no parameter or resource called " + name);
    }
    return resource.path("Type").asText();
  }

  private static String nameProperty(String type) {
    return switch (type) {
      case "AWS::DynamoDB::Table" -> "TableName";
      case "AWS::SNS::Topic" -> "TopicName";
      default -> "QueueName";
    };
  }
}
