package baton.channels;

import baton.channel.ChannelKind;
import baton.channels.telegram.TelegramAdapter;
import baton.channels.webhook.WebhookAdapter;
import baton.channels.whatsapp.WhatsAppAdapter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one list of channels.
public final class ChannelAdapters {
  private static final Map<ChannelKind, ChannelAdapter> ALL =
      List.of(new WhatsAppAdapter(), new TelegramAdapter(), new WebhookAdapter()).stream()
          .collect(Collectors.toUnmodifiableMap(ChannelAdapter::kind, Function.identity()));

  private ChannelAdapters() {}

  /// The adapter of that kind.
  public static ChannelAdapter of(ChannelKind kind) {
    ChannelAdapter adapter = ALL.get(kind);
    if (adapter == null) {
      throw new IllegalStateException("no adapter speaks for " + kind.word());
    }
    return adapter;
  }
}
