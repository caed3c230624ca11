package baton.local.template;

/// Something in the template is wrong, or says what the local run cannot do.
public final class TemplateException extends RuntimeException {

  /// Names the place in the template and what is wrong there.
  public TemplateException(String message) {
    super(message);
  }
}
