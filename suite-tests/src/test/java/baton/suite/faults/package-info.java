/// Races and crashes: what reliability.md promises, tried through the real functions on DynamoDB Local.
@NullMarked
package baton.suite.faults;

import org.jspecify.annotations.NullMarked;
