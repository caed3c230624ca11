#!/usr/bin/env bash
# Run by LocalStack itself when it is ready: makes what sam-local.json names.
set -euo pipefail
awslocal sns create-topic --region us-east-1 --name conversation-events
awslocal sns create-topic --region us-east-1 --name assignee-notifications
awslocal sqs create-queue --region us-east-1 --queue-name outbound-messages.fifo --attributes FifoQueue=true
