package baton.managechannels;

import baton.administration.Administration;
import baton.administration.AdministrationCommand.AddChannel;
import baton.administration.AdministrationCommand.ChangeChannel;
import baton.administration.AdministrationCommand.ChannelChanges;
import baton.administration.AdministrationCommand.Connection;
import baton.administration.AdministrationCommand.Credentials;
import baton.administration.AdministrationCommand.Queue;
import baton.administration.AdministrationCommand.RemoveChannel;
import baton.administration.AdministrationCommand.RotateSecret;
import baton.channel.ChannelKind;
import baton.http.AdministrationRoute;
import baton.http.Callers;
import baton.http.Fields;
import baton.http.NoBody;
import baton.http.Request;
import baton.http.Route;
import baton.id.ChannelId;
import baton.id.IdSource;
import baton.id.TeamId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Connecting channels, changing them, disconnecting them, and replacing their signing secrets.
final class ChannelRoutes {
  private static final int LONGEST_ACCOUNT = 100;
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long LONGEST_OVERLAP = Duration.ofDays(30).toSeconds();

  private ChannelRoutes() {}

  static Route adding(Administration administration, IdSource ids) {
    return new AdministrationRoute(
        administration, "channel", request -> Optional.of(addition(new ChannelId(ids.next()), request)));
  }

  static Route changing(Administration administration) {
    return new AdministrationRoute(administration, "channel", request -> {
      var changes = changes(request);
      return Callers.id(request, "id", ChannelId::new).map(id -> new ChangeChannel(id, changes));
    });
  }

  static Route removing(Administration administration) {
    return new AdministrationRoute(administration, "channel", request -> {
      request.body(NoBody.class);
      return Callers.id(request, "id", ChannelId::new).map(RemoveChannel::new);
    });
  }

  static Route rotating(Administration administration) {
    return new AdministrationRoute(administration, "channel", request -> {
      var body = request.body(SecretBody.class);
      String secret = Fields.required("/signingSecret", Optional.ofNullable(body.signingSecret()));
      var overlap = Fields.number("/overlapSeconds", body.overlapSeconds(), 0, LONGEST_OVERLAP).orElse(DAY);
      return Callers.id(request, "id", ChannelId::new)
          .map(id -> new RotateSecret(id, secret, Duration.ofSeconds(overlap)));
    });
  }

  /// @param account what the provider calls it: a phone number id, a bot's user name; empty where it has no name
  /// @param team whose queue it feeds; empty: the one of no team
  /// @param verifyToken what the provider repeats in its handshake
  /// @param sendToken what we show the provider when we send; without it nothing can be sent
  record AddChannelBody(
      @Nullable String kind,
      @Nullable String name,
      @Nullable String account,
      @Nullable String team,
      @Nullable String signingSecret,
      @Nullable String verifyToken,
      @Nullable String sendToken) {
    @Override
    public String toString() {
      return "AddChannelBody[…]";
    }
  }

  /// What is absent stays; empty text takes a team or a token away.
  record ChangeChannelBody(
      @Nullable String name,
      @Nullable String account,
      @Nullable String team,
      @Nullable String verifyToken,
      @Nullable String sendToken) {
    @Override
    public String toString() {
      return "ChangeChannelBody[…]";
    }
  }

  /// @param overlapSeconds how long the secret that is replaced still counts; a day when it is not said
  record SecretBody(@Nullable String signingSecret, @Nullable Long overlapSeconds) {
    @Override
    public String toString() {
      return "SecretBody[…]";
    }
  }

  private static AddChannel addition(ChannelId id, Request request) {
    var body = request.body(AddChannelBody.class);
    return new AddChannel(
        id,
        Fields.required("/kind", Fields.word("/kind", body.kind(), ChannelKind::of)),
        new Connection(
            Fields.required("/name", Fields.name("/name", body.name())), account(body.account()).orElse(""),
            Fields.idOrNone("/team", body.team(), TeamId::new).flatMap(team -> team)),
        new Credentials(
            Fields.required("/signingSecret", Optional.ofNullable(body.signingSecret())),
            Fields.credential("/verifyToken", body.verifyToken()).orElse(""),
            Fields.credential("/sendToken", body.sendToken()).orElse("")));
  }

  private static ChannelChanges changes(Request request) {
    var body = request.body(ChangeChannelBody.class);
    return new ChannelChanges(
        Fields.name("/name", body.name()), account(body.account()),
        Fields.idOrNone("/team", body.team(), TeamId::new).map(Queue::new),
        Fields.credential("/verifyToken", body.verifyToken()), Fields.credential("/sendToken", body.sendToken()));
  }

  private static Optional<String> account(@Nullable String text) {
    return Fields.line("/account", text, LONGEST_ACCOUNT);
  }
}
