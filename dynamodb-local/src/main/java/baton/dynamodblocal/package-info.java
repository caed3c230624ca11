/// Starts DynamoDB Local as a process of its own.
@NullMarked
package baton.dynamodblocal;

import org.jspecify.annotations.NullMarked;
