/// The edge towards API Gateway: events in, answers out, problems said once.
@NullMarked
package baton.http;

import org.jspecify.annotations.NullMarked;
