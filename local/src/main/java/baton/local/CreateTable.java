package baton.local;

import baton.local.Operator.Arguments;
import baton.local.source.TableEndpoint;
import baton.local.template.LocalAccount;
import baton.local.template.Template;
import java.io.PrintStream;
import java.net.URI;

/// Makes the table of template.yaml in an emulator. In AWS CloudFormation makes it, with all that protects it.
final class CreateTable {

  private static final String USAGE = """
      Usage: ./baton create-table --table NAME --endpoint URL
        --table NAME    what it is to be called
        --endpoint URL  where the emulator answers, for instance http://127.0.0.1:4566""";

  private CreateTable() {}

  static void run(Arguments given, PrintStream out) throws InterruptedException {
    given.only(USAGE, "table", "endpoint");
    var name = given.required(USAGE, "table");
    var emulator = URI.create(given.required(USAGE, "endpoint"));
    var options = Options.inMemory();
    var spec = Template.read(options.template(), options.parameters(), LocalAccount.at(emulator)).tables().getFirst();
    try (var endpoint = new TableEndpoint(emulator)) {
      new LocalTable(endpoint, spec.called(name)).create();
    }
    out.println("The table " + name + " is there.");
  }
}
