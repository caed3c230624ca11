/// What makes functions run, besides a request: streams, queues, asynchronous invocations, schedules.
@NullMarked
package baton.local.source;

import org.jspecify.annotations.NullMarked;
