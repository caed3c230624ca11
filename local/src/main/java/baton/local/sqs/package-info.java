/// An SQS endpoint on this machine.
@NullMarked
package baton.local.sqs;

import org.jspecify.annotations.NullMarked;
