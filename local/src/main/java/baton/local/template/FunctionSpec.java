package baton.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A Lambda function of the template, by its logical id.
public record FunctionSpec(String name, String arn, Path jar, String handler, Duration timeout, int memory,
    Map<String, String> environment, Optional<Integer> concurrency, AsyncPolicy async) {

  static FunctionSpec read(String name, Section properties, Path root, String arn) {
    properties.require("PackageType", "Zip");
    properties.ignore("Description", "Policies", "Role", "AutoPublishAlias", "AutoPublishAliasAllProperties",
        "SnapStart",
        "Architectures", "Runtime", "Tracing", "LoggingConfig", "Tags", "FunctionName", "DeploymentPreference",
        "EphemeralStorage", "RuntimeManagementConfig", "RecursiveLoop", "PropagateTags", "Events", "VersionDescription",
        "PermissionsBoundary", "RolePath", "ProvisionedConcurrencyConfig", "KmsKeyArn");
    return new FunctionSpec(name, arn,
        root.resolve(properties.required("CodeUri").asText()),
        properties.required("Handler").asText(),
        properties.seconds("Timeout").orElse(Duration.ofSeconds(3)),
        properties.number("MemorySize", 128),
        properties.section("Environment").whole(FunctionSpec::variables),
        properties.value("ReservedConcurrentExecutions").map(n -> n.asInt()),
        AsyncPolicy.read(properties));
  }

  private static Map<String, String> variables(Section environment) {
    var section = environment.section("Variables");
    return environment.sections("Variables").keySet().stream().filter(name -> section.value(name).isPresent())
        .collect(Collectors.toMap(name -> name, name -> section.text(name).orElseThrow(),
            (a, _) -> a, TreeMap::new));
  }
}
