/// Tests of the table, and what other modules test with: a table of DynamoDB Local.
@NullMarked
package baton.table;

import org.jspecify.annotations.NullMarked;
