package baton.wiring;

import baton.administration.Administration;
import baton.administration.Directory;
import baton.administration.Records;
import baton.administration.Result;
import baton.agent.Logins;
import baton.agent.Presence;
import baton.channel.Channels;
import baton.contact.ContactCommands;
import baton.conversation.Attempts;
import baton.conversation.ConversationCommands;
import baton.conversation.Conversations;
import baton.conversation.Deliveries;
import baton.conversation.IdleClosing;
import baton.conversation.IncomingMessages;
import baton.conversation.Intake;
import baton.conversation.Reading;
import baton.conversation.Whereabouts;
import baton.http.HttpEdge;
import baton.http.Log;
import baton.http.Route;
import baton.http.Rows;
import baton.id.IdSource;
import baton.inbox.AuditLog;
import baton.inbox.Folders;
import baton.inbox.Rosters;
import baton.inbox.Timelines;
import baton.notice.Notices;
import baton.notice.Notifying;
import baton.publishing.Publisher;
import baton.publishing.Round;
import baton.table.CachedChannels;
import baton.table.CachedRosters;
import baton.table.DueWork;
import baton.table.DynamoAuditLog;
import baton.table.DynamoContacts;
import baton.table.DynamoConversations;
import baton.table.DynamoDeliveries;
import baton.table.DynamoDirectory;
import baton.table.DynamoFolders;
import baton.table.DynamoIncomingMessages;
import baton.table.DynamoLogins;
import baton.table.DynamoNotices;
import baton.table.DynamoPresence;
import baton.table.DynamoReadMarks;
import baton.table.DynamoRecords;
import baton.table.DynamoRosters;
import baton.table.DynamoTimelines;
import baton.table.Outbox;
import baton.table.Table;
import com.github.f4b6a3.ulid.UlidCreator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The composition root: what each function is made of. A test makes its own, around other clients or another clock.
public final class Wiring {
  private final Environment environment;
  private final Clients clients;
  private final InstantSource clock;
  private final IdSource ids;
  private final Attempts attempts;

  /// Of these parts.
  public Wiring(Environment environment, Clients clients, InstantSource clock, IdSource ids, Attempts attempts) {
    this.environment = environment;
    this.clients = clients;
    this.clock = clock;
    this.ids = ids;
    this.attempts = attempts;
  }

  /// The clients of AWS, each made when it is first asked for: most functions need only the table's.
  public interface Clients {
    /// Of the table.
    DynamoDbClient dynamoDb();

    /// Of the topics.
    SnsClient sns();

    /// Of the queue.
    SqsClient sqs();
  }

  /// As Lambda runs it.
  public static Wiring ofProcess() {
    var environment = Environment.ofProcess();
    // In milliseconds, as instants are kept: what is answered now is what is read later.
    return new Wiring(
        environment, new AwsClients(environment), Clock.tickMillis(ZoneOffset.UTC), ulids(), attempts(environment));
  }

  /// Ids that are unique and in the order of their making. Each takes fresh randomness: nothing is kept that two copies
  /// of one snapshot could share.
  public static IdSource ulids() {
    return () -> UlidCreator.getUlid().toString();
  }

  /// Ids that nobody can guess: 160 random bits each. They stand in addresses that strangers may call.
  public static IdSource unguessable() {
    return () -> {
      byte[] random = new byte[20];
      new SecureRandom().nextBytes(random);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    };
  }

  /// Again after a lost race, as it is done in production.
  public static Attempts attempts(Environment environment) {
    return Attempts.standard(InstantSource.system(), bound -> new SecureRandom().nextLong(bound + 1), pause -> {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }).within(environment.retryFor());
  }

  /// What agents wish of conversations.
  public ConversationCommands conversationCommands() {
    return new ConversationCommands(conversations(), attempts, ids, clock, Rows::answer);
  }

  /// What agents wish of contacts.
  public ContactCommands contactCommands() {
    return new ContactCommands(conversations(), attempts, ids, clock, Rows::answer);
  }

  /// What customers write.
  public Intake intake() {
    return new Intake(incomingMessages(), conversations(), new DynamoContacts(table()), attempts, ids);
  }

  /// Conversations.
  public Conversations conversations() {
    return new DynamoConversations(table(), ids, clock);
  }

  /// Customers' messages.
  public IncomingMessages incomingMessages() {
    return new DynamoIncomingMessages(table(), attempts);
  }

  /// Finds conversations by a number.
  public Whereabouts whereabouts() {
    return new Whereabouts(conversations());
  }

  /// How replies fare.
  public Deliveries deliveries() {
    return new DynamoDeliveries(table(), attempts, ids);
  }

  /// Channels, remembered for a while.
  public Channels channels() {
    return new CachedChannels(table(), clock);
  }

  /// What must be looked at.
  public DueWork dueWork() {
    return new DueWork(table());
  }

  /// Closing what lies still.
  public IdleClosing idleClosing() {
    return new IdleClosing(conversations(), ids);
  }

  /// Who is who.
  public Logins logins() {
    return new DynamoLogins(table());
  }

  /// Lists of conversations.
  public Folders folders() {
    return new DynamoFolders(table());
  }

  /// What was said and done.
  public Timelines timelines() {
    return new DynamoTimelines(table());
  }

  /// What was done on a day.
  public AuditLog auditLog() {
    return new DynamoAuditLog(table());
  }

  /// People and teams; their names are remembered for a while.
  public Rosters rosters() {
    return new CachedRosters(new DynamoRosters(table()), clock);
  }

  /// Notices.
  public Notices notices() {
    return new DynamoNotices(table(), clock);
  }

  /// Telling agents of events, at the topic of notices.
  public Notifying notifying() {
    return new Notifying(
        notices(), notice -> Publisher.publish(clients.sns(), environment.noticesTopic(), notice));
  }

  /// The way out of the table, for one round.
  public Round round() {
    var publisher = new Publisher(
        clients.sns(), clients.sqs(), new Outbox(table()), environment.eventsTopic(), environment.outboundQueue());
    return new Round(publisher, log());
  }

  /// What administrators wish of a workspace's setup.
  public Administration administration(Result.Writer answers) {
    return new Administration(records(), attempts, ids, clock, answers);
  }

  /// A workspace's setup.
  public Records records() {
    return new DynamoRecords(table(), ids, clock);
  }

  /// The lists of a workspace's setup.
  public Directory directory() {
    return new DynamoDirectory(table());
  }

  /// What agents have declared.
  public Presence presence() {
    return new DynamoPresence(table(), attempts);
  }

  /// What agents have read.
  public Reading reading() {
    return new Reading(new DynamoReadMarks(table(), attempts), conversations(), clock);
  }

  /// The edge of a function with these routes.
  public HttpEdge edge(Map<String, Route> routes) {
    return new HttpEdge(routes, log());
  }

  /// The function's log.
  public Log log() {
    return new Log(System.out, environment.function());
  }

  /// The table.
  public Table table() {
    return new Table(clients.dynamoDb(), environment.table(), attempts);
  }

  /// The queues' client.
  public SqsClient sqs() {
    return clients.sqs();
  }

  /// What the template says.
  public Environment environment() {
    return environment;
  }

  /// The clock.
  public InstantSource clock() {
    return clock;
  }

  /// New ids.
  public IdSource ids() {
    return ids;
  }
}
