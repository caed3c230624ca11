package baton.suite;

import baton.assignconversation.AssignConversationHandler;
import baton.authorizerequest.AuthorizeRequestHandler;
import baton.browseinbox.BrowseInboxHandler;
import baton.closeconversation.CloseConversationHandler;
import baton.delivermessage.DeliverMessageHandler;
import baton.editcontact.EditContactHandler;
import baton.ingestmessage.IngestMessageHandler;
import baton.managechannels.ManageChannelsHandler;
import baton.manageworkspace.ManageWorkspaceHandler;
import baton.pincontact.PinContactHandler;
import baton.publishevents.PublishEventsHandler;
import baton.reassignconversation.ReassignConversationHandler;
import baton.replytoconversation.ReplyToConversationHandler;
import baton.sendnotifications.SendNotificationsHandler;
import baton.sweepconversations.SweepConversationsHandler;
import baton.trackpresence.TrackPresenceHandler;
import baton.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Map;
import java.util.function.Function;

/// Every function of the suite, by the name of its resource.
public final class Handlers {
  /// How each is made of its parts.
  public static final Map<String, Function<Wiring, ? extends RequestStreamHandler>> BY_FUNCTION = Map.ofEntries(
      Map.entry("AuthorizeRequestFunction", AuthorizeRequestHandler::new),
      Map.entry("IngestMessageFunction", IngestMessageHandler::new),
      Map.entry("AssignConversationFunction", AssignConversationHandler::new),
      Map.entry("ReassignConversationFunction", ReassignConversationHandler::new),
      Map.entry("PinContactFunction", PinContactHandler::new),
      Map.entry("CloseConversationFunction", CloseConversationHandler::new),
      Map.entry("ReplyToConversationFunction", ReplyToConversationHandler::new),
      Map.entry("TrackPresenceFunction", TrackPresenceHandler::new),
      Map.entry("EditContactFunction", EditContactHandler::new),
      Map.entry("BrowseInboxFunction", BrowseInboxHandler::new),
      Map.entry("ManageWorkspaceFunction", ManageWorkspaceHandler::new),
      Map.entry("ManageChannelsFunction", ManageChannelsHandler::new),
      Map.entry("PublishEventsFunction", PublishEventsHandler::new),
      Map.entry("SendNotificationsFunction", SendNotificationsHandler::new),
      Map.entry("DeliverMessageFunction", DeliverMessageHandler::new),
      Map.entry("SweepConversationsFunction", SweepConversationsHandler::new));

  private Handlers() {}
}
