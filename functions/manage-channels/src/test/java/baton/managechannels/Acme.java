package baton.managechannels;

import static baton.testing.Fixtures.NOW;
import static baton.testing.Fixtures.called;
import static baton.testing.Fixtures.in;
import static baton.testing.Fixtures.telegram;
import static baton.testing.Fixtures.whatsapp;

import baton.channel.Channel;
import baton.channel.Channel.Secret;
import baton.http.Call;
import baton.http.Call.Reply;
import baton.table.Seed;
import baton.table.TestTable;
import baton.wiring.TestWiring;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A fresh Acme with two channels, and the function upon it: WhatsApp feeds support, where Olga is; Telegram feeds sales.
final class Acme {
  static final String SECRET = "the-first-app-secret-0001";
  static final String VERIFY = "the-verify-token-0002";
  static final String SEND = "the-send-token-0003";

  final Seed table;
  final ManageChannelsHandler function;
  private Instant now = NOW;

  Acme() {
    var fresh = TestTable.fresh();
    table = Seed.acmeIn(fresh).teams(called("sales"))
        .channels(secured(in("support", whatsapp())), secured(in("sales", telegram())))
        .quarantined(whatsapp(), "older", "{\"old\":true}", NOW.minusSeconds(60))
        .quarantined(whatsapp(), "newer", "{\"new\":true}", NOW);
    InstantSource clock = () -> now;
    function = new ManageChannelsHandler(TestWiring.of(fresh, clock));
  }

  private static Channel secured(Channel channel) {
    return new Channel(
        channel.id(), channel.workspace(), channel.kind(), channel.name(), channel.account(), channel.team(),
        List.of(new Secret(SECRET, Optional.empty())), VERIFY, SEND, channel.salt());
  }

  void at(Instant then) {
    now = then;
  }

  Reply by(String agent, String route, String... path) {
    return Call.to(route, path).by(agent).send(function);
  }

  Reply sam(String route, String path, String body) {
    return Call.to(route, path).by("sam").with(body).send(function);
  }

  Channel whatsappNow() {
    return table.channel("wa-1");
  }
}
