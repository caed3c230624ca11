package baton.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.local.MovableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class LocalSqsTest {

  private final MovableClock clock = new MovableClock();
  private LocalSqs sqs;
  private SqsClient client;

  @BeforeEach
  void start() {
    sqs = LocalSqs.start(clock);
    client = SqsClient.builder().endpointOverride(sqs.endpoint()).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))).build();
  }

  @AfterEach
  void stop() {
    client.close();
    sqs.close();
  }

  @Test
  void a_message_arrives_with_its_attributes_and_is_gone_once_deleted() {
    var queue = queue("plain", Map.of());
    client.sendMessage(m -> m.queueUrl(queue).messageBody("hällo").messageAttributes(Map.of(
        "kind", text("greeting"), "raw",
        MessageAttributeValue.builder().dataType("Binary").binaryValue(SdkBytes.fromUtf8String("b")).build())));

    var message = client.receiveMessage(m -> m.queueUrl(queue).messageAttributeNames("All")
        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages().getFirst();
    client.deleteMessage(m -> m.queueUrl(queue).receiptHandle(message.receiptHandle()));

    assertThat(message.body()).isEqualTo("hällo");
    assertThat(message.messageAttributes().get("kind").stringValue()).isEqualTo("greeting");
    assertThat(message.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
    assertThat(sqs.queue("plain").bodies()).isEmpty();
  }

  @Test
  void a_message_that_is_not_deleted_comes_back_after_its_visibility_timeout() {
    var queue = queue("plain", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "20"));
    client.sendMessage(m -> m.queueUrl(queue).messageBody("again"));

    assertThat(bodies(queue)).containsExactly("again");
    assertThat(bodies(queue)).isEmpty();
    clock.advance(Duration.ofSeconds(20));
    assertThat(bodies(queue)).containsExactly("again");
  }

  @Test
  void visibility_zero_brings_a_message_back_at_once() {
    var queue = queue("plain", Map.of());
    client.sendMessage(m -> m.queueUrl(queue).messageBody("again"));
    var message = receive(queue).getFirst();

    client.changeMessageVisibility(m -> m.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));

    assertThat(bodies(queue)).containsExactly("again");
  }

  @Test
  void a_long_poll_ends_when_a_message_comes() throws Exception {
    var queue = queue("plain", Map.of());
    var waiting = CompletableFuture
        .supplyAsync(() -> client.receiveMessage(m -> m.queueUrl(queue).waitTimeSeconds(15)).messages());

    client.sendMessage(m -> m.queueUrl(queue).messageBody("at last"));

    assertThat(waiting.get()).extracting(Message::body).containsExactly("at last");
  }

  @Test
  void a_message_received_too_often_goes_to_the_dead_letter_queue() {
    var dead = queue("dead", Map.of());
    var queue = queue("poisoned", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0", QueueAttributeName.REDRIVE_POLICY,
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead\",\"maxReceiveCount\":\"2\"}"));
    client.sendMessage(m -> m.queueUrl(queue).messageBody("poison"));

    assertThat(bodies(queue)).containsExactly("poison");
    assertThat(bodies(queue)).containsExactly("poison");
    assertThat(bodies(queue)).isEmpty();
    assertThat(bodies(dead)).containsExactly("poison");
  }

  @Test
  void a_group_waits_while_its_earlier_message_is_in_flight_and_other_groups_do_not() {
    var queue = fifo("work.fifo", Map.of());
    send(queue, "a1", "a");
    var first = receive(queue).getFirst();
    send(queue, "a2", "a");
    send(queue, "b1", "b");

    assertThat(bodies(queue)).containsExactly("b1");
    client.deleteMessage(m -> m.queueUrl(queue).receiptHandle(first.receiptHandle()));
    assertThat(bodies(queue)).containsExactly("a2");
  }

  @Test
  void a_group_waits_also_when_the_one_in_flight_stands_behind_a_visible_one() {
    var queue = fifo("work.fifo", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "180"));
    send(queue, "a1", "a");
    send(queue, "a2", "a");
    var first = receive(queue).getFirst();
    client.changeMessageVisibility(m -> m.queueUrl(queue).receiptHandle(first.receiptHandle()).visibilityTimeout(5));

    clock.advance(Duration.ofSeconds(5));
    assertThat(bodies(queue)).as("a2 is in flight").isEmpty();
    clock.advance(Duration.ofSeconds(175));
    assertThat(bodies(queue)).containsExactly("a1", "a2");
  }

  @Test
  void by_batches_of_one_a_message_that_comes_later_holds_up_its_group_and_is_the_only_one_to_be_counted() {
    var queue = fifo("work.fifo", Map.of());
    send(queue, "a1", "a");
    send(queue, "a2", "a");
    for (int tries = 1; tries < 4; tries++) {
      var one = one(queue);
      assertThat(one.body()).isEqualTo("a1");
      assertThat(one.attributes()).containsEntry(
          MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, String.valueOf(tries));
      client.changeMessageVisibility(m -> m.queueUrl(queue).receiptHandle(one.receiptHandle()).visibilityTimeout(5));
      assertThat(bodies(queue)).isEmpty();
      clock.advance(Duration.ofSeconds(5));
    }
    var last = one(queue);
    client.deleteMessage(m -> m.queueUrl(queue).receiptHandle(last.receiptHandle()));
    var second = one(queue);
    assertThat(second.body()).isEqualTo("a2");
    assertThat(second.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
  }

  @Test
  void one_receive_may_bring_several_of_a_group_in_their_order() {
    var queue = fifo("work.fifo", Map.of());
    List.of("1", "2", "3").forEach(body -> send(queue, body, "a"));

    assertThat(bodies(queue)).containsExactly("1", "2", "3");
  }

  @Test
  void the_same_deduplication_id_within_five_minutes_is_one_message() {
    var queue = fifo("work.fifo", Map.of());
    var first = client.sendMessage(m ->
        m.queueUrl(queue).messageBody("x").messageGroupId("a").messageDeduplicationId("d"));
    var second = client.sendMessage(m ->
        m.queueUrl(queue).messageBody("x").messageGroupId("a").messageDeduplicationId("d"));
    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber());

    clock.advance(Duration.ofMinutes(5));
    client.sendMessage(m -> m.queueUrl(queue).messageBody("x").messageGroupId("a").messageDeduplicationId("d"));

    assertThat(sqs.queue("work.fifo").bodies()).containsExactly("x", "x");
  }

  @Test
  void duplicates_may_be_told_by_content_or_within_a_group_only() {
    var byContent = fifo("content.fifo", Map.of(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));
    client.sendMessage(m -> m.queueUrl(byContent).messageBody("same").messageGroupId("a"));
    client.sendMessage(m -> m.queueUrl(byContent).messageBody("same").messageGroupId("b"));
    var byGroup = fifo("group.fifo", Map.of(QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup"));
    client.sendMessage(m -> m.queueUrl(byGroup).messageBody("x").messageGroupId("a").messageDeduplicationId("d"));
    client.sendMessage(m -> m.queueUrl(byGroup).messageBody("x").messageGroupId("b").messageDeduplicationId("d"));

    assertThat(sqs.queue("content.fifo").bodies()).hasSize(1);
    assertThat(sqs.queue("group.fifo").bodies()).hasSize(2);
  }

  @Test
  void a_fifo_message_keeps_its_group_in_the_dead_letter_queue() {
    fifo("dead.fifo", Map.of());
    var queue = fifo("work.fifo",
        Map.of(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true", QueueAttributeName.VISIBILITY_TIMEOUT, "0",
        QueueAttributeName.REDRIVE_POLICY,
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:dead.fifo\",\"maxReceiveCount\":1}"));
    client.sendMessage(m -> m.queueUrl(queue).messageBody("poison").messageGroupId("a"));
    client.sendMessage(m -> m.queueUrl(queue).messageBody("next").messageGroupId("b"));

    assertThat(bodies(queue)).containsExactly("poison", "next");
    assertThat(bodies(queue)).isEmpty();
    assertThat(sqs.queue("dead.fifo").bodies()).containsExactly("poison", "next");
  }

  @Test
  void a_batch_tells_which_entries_failed() {
    var queue = fifo("work.fifo", Map.of());
    var reply = client.sendMessageBatch(m -> m.queueUrl(queue).entries(
        SendMessageBatchRequestEntry.builder().id("good").messageBody("x").messageGroupId("a")
        .messageDeduplicationId("1").build(),
        SendMessageBatchRequestEntry.builder().id("bad").messageBody("y").build()));

    assertThat(reply.successful()).extracting(r -> r.id()).containsExactly("good");
    assertThat(reply.failed()).extracting(r -> r.id()).containsExactly("bad");
  }

  @Test
  void errors_are_the_ones_the_client_knows() {
    assertThatThrownBy(() -> client.getQueueUrl(q -> q.queueName("none")))
        .isInstanceOf(QueueDoesNotExistException.class);
    var queue = fifo("work.fifo", Map.of());
    assertThatThrownBy(() -> client.sendMessage(m -> m.queueUrl(queue).messageBody("x")))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("MessageGroupId");
  }

  @Test
  void counts_tell_what_waits_and_what_is_in_flight() {
    var queue = queue("plain", Map.of());
    List.of("1", "2", "3").forEach(body -> client.sendMessage(m -> m.queueUrl(queue).messageBody(body)));
    client.receiveMessage(m -> m.queueUrl(queue));

    var counts = client.getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.ALL)).attributes();
    client.purgeQueue(q -> q.queueUrl(queue));

    assertThat(counts).containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "2")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1")
        .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:us-east-1:000000000000:plain");
    assertThat(sqs.queue("plain").bodies()).isEmpty();
  }

  private String queue(String name, Map<QueueAttributeName, String> attributes) {
    return client.createQueue(q -> q.queueName(name).attributes(attributes)).queueUrl();
  }

  private String fifo(String name, Map<QueueAttributeName, String> attributes) {
    var all = new HashMap<>(attributes);
    all.put(QueueAttributeName.FIFO_QUEUE, "true");
    return queue(name, all);
  }

  private void send(String queue, String body, String group) {
    client.sendMessage(m -> m.queueUrl(queue).messageBody(body).messageGroupId(group).messageDeduplicationId(body));
  }

  private Message one(String queue) {
    return client.receiveMessage(m -> m.queueUrl(queue).maxNumberOfMessages(1)
        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages().getFirst();
  }

  private List<Message> receive(String queue) {
    return client.receiveMessage(m -> m.queueUrl(queue).maxNumberOfMessages(10)).messages();
  }

  private List<String> bodies(String queue) {
    return receive(queue).stream().map(Message::body).toList();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
