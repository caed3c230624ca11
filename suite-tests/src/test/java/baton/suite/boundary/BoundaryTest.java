package baton.suite.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoundaryTest {
  private static final Sources DOMAIN = Sources.of("shared-domain");
  private static final Sources CHANNELS = Sources.of("shared-channels");
  private static final Sources AWS = Sources.of("shared-aws");
  private static final Sources FUNCTIONS = Sources.of("functions");
  private static final Sources ALL = Sources.of("shared-domain", "shared-channels", "shared-aws", "functions");

  private static final Pattern FOREIGN_TO_THE_DOMAIN =
      Pattern.compile("import (static )?+(?!java\\.|javax\\.crypto\\.|baton\\.|org\\.jspecify\\.)[\\w.]+");
  private static final Pattern AWS_WORDS = Pattern.compile("software\\.amazon|com\\.amazonaws");
  private static final Pattern KEY = Pattern.compile("\"[A-Z]+#");

  @Test
  void there_is_something_to_read() {
    assertThat(DOMAIN.files()).hasSizeGreaterThan(50);
    assertThat(CHANNELS.files()).hasSizeGreaterThan(15);
    assertThat(AWS.files()).hasSizeGreaterThan(50);
    assertThat(FUNCTIONS.files()).hasSizeGreaterThan(32);
  }

  @Test
  void the_domain_is_plain_java() throws IOException {
    assertThat(DOMAIN.finding(FOREIGN_TO_THE_DOMAIN)).isEmpty();
    assertThat(AWS.finding(FOREIGN_TO_THE_DOMAIN)).as("the pattern finds what it is to find").isNotEmpty();
    assertThat(pom("shared-domain")).doesNotContain("awssdk", "com.amazonaws", "<dependency>");
  }

  @Test
  void channels_know_neither_aws_nor_the_table() throws IOException {
    assertThat(CHANNELS.finding(AWS_WORDS)).isEmpty();
    assertThat(CHANNELS.finding(Pattern.compile("import baton\\.(table|http|wiring|publishing|wire)\\."))).isEmpty();
    assertThat(pom("shared-channels")).doesNotContain("awssdk", "com.amazonaws", "shared-aws");
  }

  @Test
  void only_one_class_spells_keys() {
    assertThat(ALL.finding(KEY, "/table/Keys.java")).isEmpty();
    assertThat(AWS.finding(KEY)).as("the pattern finds what it is to find").isNotEmpty();
  }

  @Test
  void only_the_table_package_asks_the_table() {
    var asks = Pattern.compile("import software\\.amazon\\.awssdk\\.services\\.dynamodb\\.model\\.(?!AttributeValue;)\\w+");
    assertThat(FUNCTIONS.finding(asks)).isEmpty();
    assertThat(AWS.files().stream().filter(source -> !source.path().contains("/table/")).map(Sources.Source::text))
        .noneMatch(text -> asks.matcher(text).find());
    assertThat(AWS.finding(asks)).as("the pattern finds what it is to find").isNotEmpty();
  }

  @Test
  void nothing_scans_the_table() {
    assertThat(ALL.finding(Pattern.compile("\\.scan(Paginator)?\\("))).isEmpty();
  }

  @Test
  void nothing_adds_to_a_number_outside_a_transaction() {
    assertThat(ALL.finding(Pattern.compile("\"ADD "))).isEmpty();
    assertThat(ALL.finding(Pattern.compile("\\.addInTransaction\\(")))
        .as("counters are added to where transactions are made, and nowhere else")
        .isNotEmpty()
        .allMatch(found -> found.contains("/table/ChangeParts.java") || found.contains("/table/EditParts.java"));
  }

  @Test
  void only_one_class_reads_the_environment() {
    assertThat(ALL.finding(Pattern.compile("System\\.getenv"), "/wiring/Environment.java")).isEmpty();
  }

  @Test
  void the_domain_asks_no_clock_and_no_dice() {
    assertThat(DOMAIN.finding(Pattern.compile("Instant\\.now\\(|System\\.(nano|currentTime)|Math\\.random|new (Secure)?Random\\(")))
        .isEmpty();
  }

  @Test
  void nothing_knows_that_it_runs_locally() {
    // KeySetUrl names loopback as the one place from which keys may come without TLS.
    assertThat(ALL.finding(
            Pattern.compile("import baton\\.(local|dynamodblocal)\\.|localhost|127\\.0\\.0\\.1"), "/KeySetUrl.java"))
        .isEmpty();
  }

  @Test
  void dynamodb_local_is_never_compiled_against() {
    var everything = Sources.of("shared-domain", "shared-channels", "shared-aws", "functions", "local", "dynamodb-local");
    assertThat(everything.finding(Pattern.compile("com\\.amazonaws\\.services\\.dynamodbv2\\.local\\.[a-z]+\\.[a-z]")))
        .noneMatch(found -> found.contains("import"));
  }

  private static String pom(String module) throws IOException {
    return Files.readString(Options.projectRoot().resolve(module).resolve("pom.xml"));
  }
}
