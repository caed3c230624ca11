/// What goes over SNS, SQS and the stream.
@NullMarked
package baton.wire;

import org.jspecify.annotations.NullMarked;
