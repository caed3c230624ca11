package baton.testing;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// What Lambda tells a handler of its invocation: here, how much time is left.
public final class LambdaContext implements Context {
  private final IntSupplier remainingMillis;

  /// With so much time left, each time it is asked.
  public LambdaContext(IntSupplier remainingMillis) {
    this.remainingMillis = remainingMillis;
  }

  /// With a minute left, for ever.
  public LambdaContext() {
    this(() -> 60_000);
  }

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis.getAsInt();
  }

  @Override
  public String getAwsRequestId() {
    return "invocation-1";
  }

  @Override
  public String getLogGroupName() {
    return "logs";
  }

  @Override
  public String getLogStreamName() {
    return "log";
  }

  @Override
  public String getFunctionName() {
    return "function";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-central-1:123456789012:function:function:live";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException("functions write their own log");
  }
}
