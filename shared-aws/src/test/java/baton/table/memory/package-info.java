/// The table in memory: exactly the requests that Baton sends, with DynamoDB's own answers.
@NullMarked
package baton.table.memory;

import org.jspecify.annotations.NullMarked;
