package baton.administration;

import baton.administration.AdministrationCommand.AddChannel;
import baton.administration.AdministrationCommand.ChangeChannel;
import baton.administration.AdministrationCommand.ChannelChanges;
import baton.administration.AdministrationCommand.ChannelCommand;
import baton.administration.AdministrationCommand.Queue;
import baton.administration.AdministrationCommand.RemoveChannel;
import baton.administration.AdministrationCommand.RotateSecret;
import baton.administration.AdministrationCommand.Subscribe;
import baton.administration.AdministrationCommand.Unsubscribe;
import baton.administration.Edit.ChannelPart;
import baton.administration.Edit.SubscriptionGone;
import baton.administration.Edit.SubscriptionPart;
import baton.administration.Said.Changes;
import baton.agent.Agent;
import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.channel.ChannelKind;
import baton.channel.Following;
import baton.channel.Registered;
import baton.channel.SigningSecrets;
import baton.conversation.Rejection;
import baton.id.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for channels: an account where messages name theirs, a good signing secret from the beginning, at most two
/// during a rotation, and no follower who may not read what comes by it.
final class ChannelAdministration {
  private ChannelAdministration() {}

  static Verdict decide(ChannelCommand command, Scene scene, Agent actor, Instant now) {
    return switch (command) {
      case AddChannel wish -> add(wish, scene);
      case ChangeChannel(var id, var changes) -> change(scene.channels().get(id), changes, scene);
      case RemoveChannel(var id) -> remove(scene.channels().get(id));
      case RotateSecret wish -> rotate(wish, scene.channels().get(wish.channel()), now);
      case Subscribe wish -> subscribe(wish, scene, actor);
      case Unsubscribe wish -> unsubscribe(wish, scene);
    };
  }

  private static Verdict add(AddChannel wish, Scene scene) {
    var connection = wish.connection();
    var unfit = nameless(wish.kind(), connection.account()).or(() -> unknown(connection.team(), scene));
    if (unfit.isPresent()) {
      return Verdict.refused(unfit.get());
    }
    var fault = SigningSecrets.fault(wish.kind(), wish.credentials().signingSecret());
    if (fault.isPresent()) {
      return Verdict.refused(new Rejection.UnfitSecret(fault.get()));
    }
    var workspace = scene.workspace().value();
    var channel = new Registered(
        new Channel(
            wish.channel(), workspace.id(), wish.kind(), connection.name(), connection.account(), connection.team(),
            List.of(new Secret(wish.credentials().signingSecret(), Optional.empty())),
            wish.credentials().verifyToken(), wish.credentials().sendToken(), workspace.salt()),
        false);
    var changes = new Changes().about("name", connection.name()).about("kind", wish.kind().word())
        .field("account", "", connection.account())
        .field("team", "", word(connection.team()));
    return Verdict.created(
        List.of(new ChannelPart(Optional.empty(), channel)), Said.ofChannel("added", wish.channel(), changes),
        new Subject.Line(new Versioned<>(channel, 1)));
  }

  private static Verdict change(Versioned<Registered> before, ChannelChanges changes, Scene scene) {
    var old = before.value().channel();
    var team = changes.queue().map(Queue::team).orElse(old.team());
    var unfit = nameless(old.kind(), changes.account().orElse(old.account()))
        .or(() -> unknown(team.filter(id -> !old.team().equals(Optional.of(id))), scene));
    if (unfit.isPresent()) {
      return Verdict.refused(unfit.get());
    }
    var after = before.value().with(
        changes.name().orElse(old.name()), changes.account().orElse(old.account()), team,
        changes.verifyToken().orElse(old.verifyToken()), changes.sendToken().orElse(old.sendToken()));
    if (after.equals(before.value())) {
      return new Verdict.Unchanged(new Subject.Line(before));
    }
    var now = after.channel();
    return changed(before, after, "changed", new Changes()
        .field("name", old.name(), now.name())
        .field("account", old.account(), now.account())
        .field("team", word(old.team()), word(now.team()))
        .hidden("verifyToken", old.verifyToken(), now.verifyToken())
        .hidden("sendToken", old.sendToken(), now.sendToken()));
  }

  private static Verdict remove(Versioned<Registered> before) {
    var after = before.value().remove();
    var said = Said.ofChannel(
        "removed", after.channel().id(), new Changes().about("name", after.channel().name()));
    return Verdict.changed(
        List.of(new ChannelPart(Optional.of(before), after)), said, new Subject.Gone(before.version() + 1));
  }

  private static Verdict rotate(RotateSecret wish, Versioned<Registered> before, Instant now) {
    var channel = before.value().channel();
    var fault = SigningSecrets.fault(channel.kind(), wish.signingSecret());
    if (fault.isPresent()) {
      return Verdict.refused(new Rejection.UnfitSecret(fault.get()));
    }
    if (channel.signing().stream().findFirst().filter(first -> first.value().equals(wish.signingSecret())).isPresent()) {
      return new Verdict.Unchanged(new Subject.Line(before));
    }
    var after = before.value().signedWith(
        SigningSecrets.rotated(channel.signing(), wish.signingSecret(), wish.overlap(), now));
    return changed(before, after, "rotated", new Changes()
        .about("overlapSeconds", Long.toString(wish.overlap().toSeconds())));
  }

  private static Verdict changed(Versioned<Registered> before, Registered after, String did, Changes changes) {
    return Verdict.changed(
        List.of(new ChannelPart(Optional.of(before), after)), Said.ofChannel(did, after.channel().id(), changes),
        new Subject.Line(before.next(after)));
  }

  private static Verdict subscribe(Subscribe wish, Scene scene, Agent actor) {
    var channel = scene.channels().get(wish.channel());
    var follower = scene.agent(wish.agent()).orElseThrow();
    if (!Following.mayFollow(follower, channel.value().channel())) {
      return Verdict.refused(wish.agent().equals(actor.id())
          ? new Rejection.NotFound("channel")
          : new Rejection.SubscriberCannotSee(wish.agent()));
    }
    var subject = new Subject.Subscription(wish.channel(), wish.agent(), channel.version());
    if (!scene.subscriptions().isEmpty()) {
      return new Verdict.Unchanged(subject);
    }
    return Verdict.changed(
        List.of(new SubscriptionPart(wish.channel(), wish.agent())),
        Said.ofChannel("subscribed", wish.channel(), new Changes()).to(wish.agent()), subject);
  }

  private static Verdict unsubscribe(Unsubscribe wish, Scene scene) {
    var gone = new Subject.Gone(scene.channels().get(wish.channel()).version());
    if (scene.subscriptions().isEmpty()) {
      return new Verdict.Unchanged(gone);
    }
    return Verdict.changed(
        List.of(new SubscriptionGone(wish.channel(), wish.agent())),
        Said.ofChannel("unsubscribed", wish.channel(), new Changes()).from(wish.agent()), gone);
  }

  // One secret may serve many accounts (Meta's is the app's): without its own name a channel would know none of its
  // messages from another's.
  private static Optional<Rejection> nameless(ChannelKind kind, String account) {
    return kind.namesAccount() && account.isBlank()
        ? Optional.of(new Rejection.AccountRequired(kind))
        : Optional.empty();
  }

  private static Optional<Rejection> unknown(Optional<TeamId> team, Scene scene) {
    return scene.unknown(team.map(Set::of).orElse(Set.of())).map(Rejection.UnknownTeam::new);
  }

  private static String word(Optional<TeamId> team) {
    return team.map(TeamId::value).orElse("");
  }
}
