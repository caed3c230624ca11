package baton.local.template;

/// Reads the names out of the ARNs that the template resolves to.
public final class Arns {

  private Arns() {}

  /// The function an ARN names, whatever its alias.
  public static String function(String arn) {
    var parts = arn.split(":");
    if (parts.length < 7 || !parts[5].equals("function")) {
      throw new TemplateException(arn + " is no function's ARN");
    }
    return parts[6];
  }

  /// The table whose stream an ARN names.
  public static String tableOfStream(String arn) {
    var parts = arn.split("[:/]");
    if (parts.length < 8 || !parts[5].equals("table")) {
      throw new TemplateException(arn + " is no stream's ARN");
    }
    return parts[6];
  }
}
