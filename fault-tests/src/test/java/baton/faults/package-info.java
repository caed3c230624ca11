/// Races and crashes: what reliability.md promises, tried through the real functions on DynamoDB Local.
@NullMarked
package baton.faults;

import org.jspecify.annotations.NullMarked;
