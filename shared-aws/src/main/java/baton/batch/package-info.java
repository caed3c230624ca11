/// The edge towards streams, topics and queues: many records in, the failed ones out.
@NullMarked
package baton.batch;

import org.jspecify.annotations.NullMarked;
