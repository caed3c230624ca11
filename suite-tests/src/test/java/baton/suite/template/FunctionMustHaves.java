package baton.suite.template;

import static baton.suite.template.MustHave.each;
import static baton.suite.template.MustHave.unless;
import static baton.suite.template.MustHave.with;
import static baton.suite.template.MustHave.without;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What each function must have.
final class FunctionMustHaves {

  /// What a new account's quota, once raised, leaves to be reserved: 100 of its 1,000 must stay free.
  private static final long RESERVABLE = 900;

  private static final String FASTER_WITHOUT_SNAPSHOT = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private static final Set<String> COMMON_ENVIRONMENT = Set.of("TABLE_NAME", "CONVERSATION_EVENTS_TOPIC",
      "ASSIGNEE_NOTIFICATIONS_TOPIC", "OUTBOUND_QUEUE_URL", "WHATSAPP_API", "TELEGRAM_API");

  private static final Pattern SECRET = Pattern.compile("(?i).*(secret|password|passwd|credential|private|apikey).*");

  private static final List<MustHave> MACHINE = List.of(
      MustHave.of("F01", "every function runs on java25, on arm64",
          everyFunction(f -> Stream.concat(unless(f.properties().get("Runtime"), "java25", f.id()),
              unless(f.properties().get("Architectures"), List.of("arm64"), f.id()))),
          with("java21", "Globals", "Function", "Runtime"),
          without("Globals", "Function", "Architectures"),
          with("java17", "Resources", "BrowseInboxFunction", "Properties", "Runtime")),
      MustHave.of("F02", "every function has 1,024 MB",
          everyFunction(f -> unless(f.properties().get("MemorySize"), 1024, f.id())),
          without("Globals", "Function", "MemorySize")),
      MustHave.of("F03", "every function has its time: 10 s where somebody waits, below a minute elsewhere",
          everyFunction(f -> {
            long timeout = f.properties().get("Timeout").number();
            return unless(timeout > 0 && timeout <= (f.synchronous() ? 10 : 59), f.id() + " has " + timeout + " s");
          }),
          without("Globals", "Function", "Timeout"),
          with(30, "Globals", "Function", "Timeout"),
          with(900, "Resources", "SweepConversationsFunction", "Properties", "Timeout")),
      MustHave.of("F04", "every function is traced",
          everyFunction(f -> unless(f.properties().get("Tracing"), "Active", f.id())),
          without("Globals", "Function", "Tracing")),
      MustHave.of("F05", "every change of a function publishes a version, and the alias `live` follows",
          everyFunction(f -> Stream.concat(unless(f.properties().get("AutoPublishAlias"), "live", f.id()),
              unless(f.properties().get("AutoPublishAliasAllProperties"), true, f.id()))),
          without("Globals", "Function", "AutoPublishAlias"),
          without("Globals", "Function", "AutoPublishAliasAllProperties")),
      MustHave.of("F06", "SnapStart serves those who wait, and only them",
          everyFunction(f -> unless(f.properties().get("SnapStart", "ApplyOn"),
              f.synchronous() ? "PublishedVersions" : "None", f.id())),
          without("Globals", "Function", "SnapStart"),
          with("None", "Resources", "BrowseInboxFunction", "Properties", "SnapStart", "ApplyOn"),
          without("Resources", "PublishEventsFunction", "Properties", "SnapStart")),
      MustHave.of("F07", "functions without a snapshot start with the quick compiler, those with one do not",
          everyFunction(f -> unless(f.synchronous()
              ? !f.environment().containsKey("JAVA_TOOL_OPTIONS")
              : FASTER_WITHOUT_SNAPSHOT.equals(f.environment().get("JAVA_TOOL_OPTIONS")), f.id())),
          without("Resources", "DeliverMessageFunction", "Properties", "Environment", "Variables",
              "JAVA_TOOL_OPTIONS"),
          with(FASTER_WITHOUT_SNAPSHOT, "Globals", "Function", "Environment", "Variables", "JAVA_TOOL_OPTIONS")),
      MustHave.of("F08", "concurrency is reserved for every function, when the account has it to give",
          FunctionMustHaves::unreserved,
          without("Globals", "Function", "ReservedConcurrentExecutions"),
          with(50, "Resources", "IngestMessageFunction", "Properties", "ReservedConcurrentExecutions"),
          with(Map.of("Fn::If", List.of("ReserveConcurrency", 900, Map.of("Ref", "AWS::NoValue"))),
              "Resources", "IngestMessageFunction", "Properties", "ReservedConcurrentExecutions"),
          with("(400 in all)", "Parameters", "ReserveConcurrency", "Description"),
          with("true", "Parameters", "ReserveConcurrency", "Default")));

  private static final List<MustHave> KEEPING = List.of(
      MustHave.of("F09", "every function logs JSON to a group of its own, which forgets",
          template -> each(template.functions(), function -> logs(template, function)),
          without("Resources", "BrowseInboxLogs"),
          without("Resources", "BrowseInboxLogs", "Properties", "RetentionInDays"),
          without("Resources", "BrowseInboxFunction", "Properties", "LoggingConfig"),
          with(Map.of("Ref", "IngestMessageLogs"),
              "Resources", "BrowseInboxFunction", "Properties", "LoggingConfig", "LogGroup"),
          without("Globals", "Function", "LoggingConfig", "LogFormat")),
      MustHave.of("F10", "SAM takes the jar that Maven made, and builds nothing",
          everyFunction(f -> Stream.concat(unless(f.own().get("Metadata", "SkipBuild"), true, f.id()),
              unless(f.own().get("Properties", "CodeUri"),
                  "functions/" + f.folder() + "/target/" + f.folder() + ".jar", f.id()))),
          without("Resources", "BrowseInboxFunction", "Metadata"),
          with("functions/browse-inbox", "Resources", "BrowseInboxFunction", "Properties", "CodeUri")),
      MustHave.of("F11", "every function knows the table, the topics, the queue and the channels' hosts",
          everyFunction(f -> unless(f.environment().keySet().containsAll(COMMON_ENVIRONMENT), f.id())),
          without("Globals", "Function", "Environment", "Variables", "TABLE_NAME"),
          without("Globals", "Function", "Environment", "Variables", "OUTBOUND_QUEUE_URL")),
      MustHave.of("F12", "whom we trust is the authorizer's business alone",
          everyFunction(f -> unless(
              f.environment().containsKey("TRUSTED_ISSUERS") == f.folder().equals("authorize-request"), f.id())),
          without("Resources", "AuthorizeRequestFunction", "Properties", "Environment"),
          with("[]", "Globals", "Function", "Environment", "Variables", "TRUSTED_ISSUERS")),
      MustHave.of("F13", "nobody is trusted until somebody says so",
          template -> unless(template.get("Parameters", "TrustedIssuers", "Default"), "[]", "TrustedIssuers"),
          with("[{\"issuer\": \"https://idp.example\"}]", "Parameters", "TrustedIssuers", "Default")),
      MustHave.of("F14", "no secret stands in a parameter or in an environment", FunctionMustHaves::secrets,
          with("x", "Globals", "Function", "Environment", "Variables", "APP_SECRET"),
          with("x", "Parameters", "TelegramPassword", "Default")),
      MustHave.of("F15", "every function says what it does",
          everyFunction(f -> unless(f.own().get("Properties", "Description").text().length() > 15, f.id())),
          without("Resources", "BrowseInboxFunction", "Properties", "Description")),
      MustHave.of("F16", "every function is called by something, the authorizer by the API itself",
          everyFunction(f -> unless(f.events().isEmpty() == f.folder().equals("authorize-request"), f.id())),
          without("Resources", "BrowseInboxFunction", "Properties", "Events"),
          without("Resources", "PublishEventsFunction", "Properties", "Events")));

  static final List<MustHave> ALL = Stream.concat(MACHINE.stream(), KEEPING.stream()).toList();

  private FunctionMustHaves() {}

  private static Function<Template, Stream<String>> everyFunction(
      Function<LambdaFunction, Stream<String>> faults) {
    return template -> each(template.functions(), faults);
  }

  private static Stream<String> unreserved(Template template) {
    Stream<String> missing = each(template.functions(), f -> {
      Node choice = f.properties().get("ReservedConcurrentExecutions", "Fn::If");
      return unless(choice.get("0").is("ReserveConcurrency") && choice.get("1").number() > 0
          && choice.get("2", "Ref").is("AWS::NoValue"), f.id() + " reserves nothing, or always");
    });
    long sum = template.functions().stream()
        .mapToLong(f -> f.properties().get("ReservedConcurrentExecutions", "Fn::If", "1").number()).sum();
    return Stream.of(missing, unless(sum <= RESERVABLE, "more than there is: " + sum),
        unless(template.get("Parameters", "ReserveConcurrency", "Description").text().contains("(" + sum + " in all)"),
            "the parameter tells another sum than " + sum),
        unless(template.get("Parameters", "ReserveConcurrency", "Default"), "false", "a new account cannot"))
        .flatMap(fault -> fault);
  }

  private static Stream<String> logs(Template template, LambdaFunction function) {
    Node group = template.get("Resources", function.stem() + "Logs");
    return Stream.of(
        unless(function.properties().get("LoggingConfig", "LogGroup").target().equals(function.stem() + "Logs"),
            function.id() + " logs elsewhere"),
        unless(function.properties().get("LoggingConfig", "LogFormat"), "JSON", function.id()),
        unless(group.get("Type"), "AWS::Logs::LogGroup", function.stem() + "Logs"),
        unless(group.get("Properties", "RetentionInDays").exists(), function.stem() + "Logs never forgets"))
        .flatMap(fault -> fault);
  }

  private static Stream<String> secrets(Template template) {
    Stream<String> environment = template.functions().stream().flatMap(f -> f.environment().keySet().stream());
    return Stream.concat(template.get("Parameters").entries().keySet().stream(), environment)
        .filter(name -> SECRET.matcher(name.replace("_", "")).matches());
  }
}
