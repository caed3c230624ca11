/// The whole, over HTTP, against the local run: real handlers, template.yaml, DynamoDB Local.
@NullMarked
package baton.suite.endtoend;

import org.jspecify.annotations.NullMarked;
