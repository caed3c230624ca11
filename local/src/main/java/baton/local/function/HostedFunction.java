package baton.local.function;

import baton.local.template.FunctionSpec;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.MalformedURLException;
import java.net.URLClassLoader;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One function: its jar in a class loader of its own, and as many instances of its handler as there are requests at a
/// time. As in Lambda an instance serves one request after the other; other than there, instances share what is static.
final class HostedFunction {

  private final Settings settings;
  private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();
  private final Optional<Semaphore> reserved;
  private final ClassLoader classes;
  private final ExecutorService threads;

  /// What the host is told about a function.
  record Settings(String name, String arn, String jar, String handler, long timeoutMillis, int memory,
      @Nullable Integer concurrency) {

    static Settings of(FunctionSpec function) {
      return new Settings(function.name(), function.arn(), function.jar().toString(), function.handler(),
          function.timeout().toMillis(), function.memory(), function.concurrency().orElse(null));
    }
  }

  /// As many invocations as the template reserves are under way: this one has not run.
  static final class Throttled extends Exception {
    private static final long serialVersionUID = 1;
  }

  HostedFunction(Settings settings) {
    this.settings = settings;
    this.reserved = Optional.ofNullable(settings.concurrency).map(Semaphore::new);
    this.classes = new URLClassLoader(settings.name, new URL[] {url(Path.of(settings.jar))}, new RuntimeClasses());
    this.threads = Executors.newThreadPerTaskExecutor(task -> {
      var thread = Thread.ofVirtual().name(settings.name).unstarted(task);
      thread.setContextClassLoader(classes);
      return thread;
    });
  }

  byte[] invoke(byte[] payload, String requestId) throws FunctionError, Throttled, InterruptedException {
    if (reserved.isPresent() && !reserved.get().tryAcquire()) {
      throw new Throttled();
    }
    try {
      return run(payload, requestId);
    } catch (FunctionError e) {
      System.err.println(settings.name + " " + requestId + " failed:");
      e.getCause().printStackTrace();
      throw e;
    } finally {
      reserved.ifPresent(Semaphore::release);
    }
  }

  private byte[] run(byte[] payload, String requestId) throws FunctionError, InterruptedException {
    var handler = instance();
    var timeout = Duration.ofMillis(settings.timeoutMillis);
    var out = new ByteArrayOutputStream();
    var result = threads.submit(() -> {
      handler.handleRequest(new ByteArrayInputStream(payload), out, new InvocationContext(settings, requestId));
      return out.toByteArray();
    });
    try {
      var answer = result.get(settings.timeoutMillis, TimeUnit.MILLISECONDS);
      idle.push(handler);
      return answer;
    } catch (ExecutionException e) {
      idle.push(handler);
      throw FunctionError.thrown(e.getCause());
    } catch (TimeoutException e) {
      result.cancel(true); // the instance is not used again
      throw FunctionError.timedOut(requestId, timeout, e);
    }
  }

  private RequestStreamHandler instance() throws FunctionError, InterruptedException {
    var free = idle.poll();
    if (free != null) {
      return free;
    }
    try {
      return CompletableFuture.supplyAsync(this::create, threads).get();
    } catch (ExecutionException e) {
      throw FunctionError.thrown(e.getCause());
    }
  }

  private RequestStreamHandler create() {
    try {
      return classes.loadClass(settings.handler).asSubclass(RequestStreamHandler.class).getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s of %s cannot be created".formatted(settings.handler, settings.jar), e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// All that a function sees beside its own jar: the JDK, and the interfaces that it shares with whoever calls it.
  private static final class RuntimeClasses extends ClassLoader {

    private static final String INTERFACES = "com.amazonaws.services.lambda.runtime.";

    RuntimeClasses() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(INTERFACES)) {
        return HostedFunction.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
