package baton.local;

import baton.local.template.FunctionSpec;
import baton.local.template.TemplateException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The environment of the function host: what the template gives to its functions, and the SDK's own settings that lead
/// it to this machine. Nothing of the user's environment gets in, as nothing does in Lambda.
final class FunctionEnvironment {

  private FunctionEnvironment() {}

  /// The SDK's settings alone: with them any client of AWS reaches the local run.
  static Map<String, String> clients(String region, URI dynamoDb, URI sns, URI sqs) {
    var settings = new TreeMap<String, String>();
    settings.put("AWS_REGION", region);
    settings.put("AWS_DEFAULT_REGION", region);
    settings.put("AWS_ACCESS_KEY_ID", "local");
    settings.put("AWS_SECRET_ACCESS_KEY", "local");
    settings.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    settings.put("AWS_ENDPOINT_URL_SNS", sns.toString());
    settings.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
    return settings;
  }

  /// All functions run in one process, so one name can have one value only, and each sees the variables of all: that a
  /// function lacks one of its own shows in AWS only.
  static Map<String, String> of(List<FunctionSpec> functions, Map<String, String> clients, Path runDir) {
    var environment = new TreeMap<>(clients);
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", runDir.resolve("no-aws-config").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", runDir.resolve("no-aws-credentials").toString());
    // A database that has just been started, on a machine that does everything at once, needs longer than DynamoDB.
    environment.put("CALL_TIMEOUT_MS", "9000");
    environment.put("RETRY_FOR_MS", "9000");
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", "UTC");
    for (var function : functions) {
      function.environment().forEach((name, value) -> {
        var before = environment.putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
          throw new TemplateException(
              "%s: the environment variable %s has two values, and the local run has one process for all functions"
              .formatted(function.name(), name));
        }
      });
    }
    return environment;
  }
}
